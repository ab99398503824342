import ArgumentParser

struct Plan: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Plans a GPU's memory for vLLM, or how many of each service a farm needs.",
        subcommands: [PlanGPU.self, PlanFarm.self], defaultSubcommand: PlanGPU.self)
}
