import { McpServer } from '@modelcontextprotocol/server'
import type { z } from 'zod'
import { faultCodeOf, libraryFaultWording } from '../library-faults.ts'
import type { Desk, Tool, ToolProblem } from './tool.ts'
import { askTailTool } from './tools/ask-tail.ts'
import { compareDealsTool } from './tools/compare-deals.ts'
import { findDealsTool } from './tools/find-deals.ts'
import { getDealTool } from './tools/get-deal.ts'
import { getSourceLinesTool } from './tools/get-source-lines.ts'
import { getStratificationTool } from './tools/get-stratification.ts'

const instructions = `Strata holds mortgage-backed securities filings and what their collateral tables print.
Every figure comes with its unit, the places that print it, and whether the filing's own arithmetic confirms it.
A figure is exact (value) or lies between two proven ends (between): quote both ends, never a middle.
A figure whose check fails contradicts the filing elsewhere: say so when you quote it.
Where a name fits several deals you are given candidates: ask which is meant.`

const failed: ToolProblem = { problem: 'Strata could not answer this. Its log says why.' }

/** A server of the Model Context Protocol that answers questions about the library, and changes nothing. */
export function newServer(desk: Desk): McpServer {
  const server = new McpServer({ name: 'strata', title: 'Strata', version: '1.0.0' }, { instructions })
  addTool(server, desk, findDealsTool)
  addTool(server, desk, getDealTool)
  addTool(server, desk, getStratificationTool)
  addTool(server, desk, askTailTool)
  addTool(server, desk, compareDealsTool)
  addTool(server, desk, getSourceLinesTool)
  return server
}

function addTool<Input extends z.ZodObject, Output extends z.ZodObject>(
  server: McpServer,
  desk: Desk,
  { name, title, description, input, output, run }: Tool<Input, Output>,
): void {
  // Of an object's schema both forms are objects. An argument that the tool does not have is refused, never passed over.
  const inputSchema: z.ZodObject = input.strict()
  server.registerTool(
    name,
    {
      title,
      description,
      inputSchema,
      outputSchema: output,
      annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
    },
    async (given: Record<string, unknown>) => {
      const answer = await run(desk, input.parse(given)).catch(wordFault)
      if (isProblem(answer))
        return { isError: true, content: [{ type: 'text' as const, text: answer.problem }] }
      return { structuredContent: answer, content: [{ type: 'text' as const, text: JSON.stringify(answer) }] }
    },
  )
}

function isProblem(answer: object): answer is ToolProblem {
  return 'problem' in answer
}

/** What is wrong with the library says what to do about it; anything else is told to whoever runs the service. */
function wordFault(fault: unknown): ToolProblem {
  const code = faultCodeOf(fault)
  if (code !== null) return { problem: libraryFaultWording[code] }
  console.error('A tool of the assistant failed:', fault)
  return failed
}
