// Every test starts processes that need the whole machine.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
