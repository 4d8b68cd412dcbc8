import type { z } from 'zod'
import type { Library } from '../library/index.ts'

/** What tools are run with: the library, and the origin that addresses begin with. */
export type Desk = { library: Library; origin: string }

/** Why a tool gives no answer, and what to do about it. */
export type ToolProblem = { problem: string }

/**
 * One thing that an assistant can ask for. It only reads. Both schemas are told to the assistant, and what goes in and comes
 * out is held to them.
 */
export type Tool<Input extends z.ZodObject = z.ZodObject, Output extends z.ZodObject = z.ZodObject> = {
  name: string
  title: string
  description: string
  input: Input
  output: Output
  run(desk: Desk, input: z.infer<Input>): Promise<z.infer<Output> | ToolProblem>
}

/** A tool whose schemas and function fit each other. */
export function newTool<Input extends z.ZodObject, Output extends z.ZodObject>(
  tool: Tool<Input, Output>,
): Tool<Input, Output> {
  return tool
}
