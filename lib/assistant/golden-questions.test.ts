import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { POST } from '@/app/api/mcp/route.ts'
import type { Library } from '@/lib/library/index.ts'
import { openLibrary } from '@/lib/library/open-library.ts'
import { writeWith } from '@/lib/library/writer.ts'
import { readFiling } from '@/lib/read-filing.ts'
import questions from './golden-questions.json' with { type: 'json' }

/**
 * Questions as an assistant asks them over the sample filings, with what the filings print: read by eye there, not taken from
 * an answer. A path leads into the answer; `[id=wac]` picks the entry of a list; `~` begins words that a text holds, `≈` a
 * figure to four decimals.
 */
const folder = mkdtempSync(path.join(tmpdir(), 'strata-assistant-'))
const samples = path.join(import.meta.dirname, '../../public/samples')
const names = ['harbor-point-2001-4-8k.txt', 'tidewater-2004-3-8k.txt', 'alder-ridge-2003-9-8k.txt']
const client = new Client({ name: 'test', version: '1.0.0' })
let library: Library

beforeAll(async () => {
  library = openLibrary({ folder, writer: writeWith(readFiling), readerVersion: '1' })
  Object.assign(globalThis, { [Symbol.for('strata.library')]: Promise.resolve(library) })
  for (const name of names) await library.keepFiling(readFileSync(path.join(samples, name)), name)
  await connect(client)
})
afterAll(async () => {
  await client.close()
  await library.close()
  rmSync(folder, { recursive: true })
})

function connect(one: Client) {
  const fetch = (url: string | URL, init?: RequestInit) => POST(new Request(url, init))
  return one.connect(new StreamableHTTPClientTransport(new URL('http://localhost/api/mcp'), { fetch }))
}

async function ask(name: string, given: object): Promise<unknown> {
  const answer = await client.callTool({ name, arguments: { ...given } })
  const [content] = answer.content
  if (answer.isError) return { problem: content?.type === 'text' ? content.text : '' }
  expect(content?.type === 'text' && JSON.parse(content.text)).toEqual(answer.structuredContent)
  return answer.structuredContent
}

function follow(answer: unknown, way: string): unknown {
  return way.split(/\.(?![^[]*\])/).reduce<unknown>((at, step) => {
    const [, name = step, key, value] = /^(\w+)\[(\w+)=(.+)\]$/.exec(step) ?? []
    const next = (at as Record<string, unknown> | null)?.[name]
    if (key === undefined) return next
    return (next as Record<string, unknown>[]).find(one => String(one[key]) === value)
  }, answer)
}

function expected(value: unknown): unknown {
  if (typeof value === 'string' && value.startsWith('~')) return expect.stringContaining(value.slice(1))
  if (typeof value === 'string' && value.startsWith('≈')) return expect.closeTo(Number(value.slice(1)), 4)
  return value
}

describe('questions to the sample library', () => {
  it('are twenty', () => expect(questions.length).toBe(20))

  for (const { question, tool, arguments: given, answers } of questions)
    it(question, async () => {
      const answer = await ask(tool, given)
      for (const [way, value] of Object.entries(answers))
        expect(follow(answer, way), way).toEqual(expected(value))
    })
})
