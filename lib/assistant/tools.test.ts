import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Client, InMemoryTransport } from '@modelcontextprotocol/client'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { POST } from '@/app/api/mcp/route.ts'
import type { Library } from '@/lib/library/index.ts'
import { LibraryFault } from '@/lib/library/library-fault.ts'
import { openLibrary } from '@/lib/library/open-library.ts'
import { writeWith } from '@/lib/library/writer.ts'
import { readFiling } from '@/lib/read-filing.ts'
import { newServer } from './new-server.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'strata-tools-'))
const sample = readFileSync(
  path.join(import.meta.dirname, '../../public/samples/harbor-point-2001-4-8k.txt'),
  'utf8',
)
let library: Library

beforeAll(async () => {
  library = openLibrary({ folder, writer: writeWith(readFiling), readerVersion: '1' })
  // A digit of Massachusetts' balance is another, so that the table contradicts itself.
  const wrong = sample.replace('28,599,956.41', '28,899,956.41')
  await library.keepFiling(Buffer.from(wrong), 'wrong.txt')
})
afterAll(async () => {
  await library.close()
  rmSync(folder, { recursive: true })
})

async function clientOf(one: Library): Promise<Client> {
  const [ours, theirs] = InMemoryTransport.createLinkedPair()
  const client = new Client({ name: 'test', version: '1.0.0' })
  await newServer({ library: one, origin: 'https://strata.example' }).connect(theirs)
  await client.connect(ours)
  return client
}

async function ask(name: string, given: Record<string, unknown>, one = library) {
  const client = await clientOf(one)
  const answer = await client.callTool({ name, arguments: given })
  await client.close()
  return answer
}

describe('tools', () => {
  it('are six that only read, each with both of its schemas', async () => {
    const { tools } = await (await clientOf(library)).listTools()
    expect(tools.map(({ name }) => name).sort()).toEqual([
      'ask_tail',
      'compare_deals',
      'find_deals',
      'get_deal',
      'get_source_lines',
      'get_stratification',
    ])
    for (const { annotations, inputSchema, outputSchema, description } of tools) {
      expect(annotations).toMatchObject({ readOnlyHint: true, destructiveHint: false })
      expect([inputSchema.type, outputSchema?.type, description?.length]).toEqual([
        'object',
        'object',
        expect.any(Number),
      ])
    }
  })

  it('flag a figure that does not foot, in its cell, its total, what is worked out from it and in words', async () => {
    const { structuredContent: table } = await ask('get_stratification', {
      deal: 'harbor',
      dimension: 'state',
    })
    expect(table).toMatchObject({
      answer: {
        rows: expect.arrayContaining([
          expect.objectContaining({
            code: 'MA',
            cells: expect.objectContaining({
              balanceCents: expect.objectContaining({ value: 28899956.41, check: 'fails' }),
              loanCount: expect.objectContaining({ check: 'passes' }),
            }),
          }),
        ]),
        failing: expect.arrayContaining([expect.any(String)]),
      },
    })
    const { structuredContent: deal } = await ask('get_deal', { deal: 'harbor' })
    expect(deal).toMatchObject({
      answer: { failing: expect.arrayContaining([expect.objectContaining({ table: 'state' })]) },
    })
  })

  it('flag what is worked out from rows that contradict their total', async () => {
    const other = sample.replace('30,605,931.50', '30,905,931.50').replaceAll('2001-4', '2001-7')
    await library.keepFiling(Buffer.from(other), 'other.txt')
    const { structuredContent } = await ask('ask_tail', {
      deal: 'harbor-point-mortgage-trust-2001-7',
      dimension: 'original-ltv',
      side: 'above',
      edge: '80',
    })
    expect(structuredContent).toMatchObject({ answer: { balance: { check: 'fails' } } })
    const { structuredContent: compared } = await ask('compare_deals', {
      deals: ['harbor-point-mortgage-trust-2001-4', 'harbor-point-mortgage-trust-2001-7'],
      dimension: 'original-ltv',
      measure: 'balanceCents',
      base: 'harbor-point-mortgage-trust-2001-7',
    })
    const rows = (compared as { answer: { rows: { values: object[]; aboveBase: (object | null)[] }[] } })
      .answer.rows
    expect(rows[0]?.values[0]).toMatchObject({ check: 'passes' })
    expect(rows[0]?.aboveBase[0]).toBeNull()
  })

  it('say what is wrong with what they are given', async () => {
    const wrong: [string, Record<string, unknown>, string][] = [
      ['find_deals', { figures: { waltv: '70' } }, 'is no limit'],
      ['find_deals', { query: 'harbor' }, 'query'],
      ['find_deals', { figures: { nothing__gt: '70' } }, 'nothing'],
      ['get_stratification', { deal: 'harbor-point-mortgage-trust-2001-4' }, 'Name the table'],
      [
        'get_stratification',
        { deal: 'harbor-point-mortgage-trust-2001-4', dimension: 'state', fromRow: 900 },
        '8 rows',
      ],
      [
        'get_stratification',
        { deal: 'harbor-point-mortgage-trust-2001-4', table: 'state', dimension: 'original-ltv' },
        'The table state is state, of the whole pool, and another dimension',
      ],
      [
        'get_stratification',
        { deal: 'harbor-point-mortgage-trust-2001-4', table: 'state', loanGroup: 'Loan Group 1' },
        'another dimension or loan group',
      ],
      ['get_source_lines', { deal: 'harbor-point-mortgage-trust-2001-4', from: 9, to: 3 }, 'before'],
      ['get_source_lines', { deal: 'harbor-point-mortgage-trust-2001-4', from: 9000, to: 9001 }, 'lines'],
      ['get_deal', { deal: 'harbor-point-mortgage-trust-2001-4', filing: '00000000' }, 'SHA-256'],
      [
        'compare_deals',
        {
          deals: ['harbor-point-mortgage-trust-2001-4', 'harbor-point-mortgage-trust-2001-4'],
          dimension: 'state',
        },
        'different',
      ],
      [
        'ask_tail',
        { deal: 'harbor-point-mortgage-trust-2001-4', dimension: 'original-ltv', side: 'above', edge: '-5' },
        'never below 0',
      ],
      [
        'ask_tail',
        { deal: 'harbor-point-mortgage-trust-2001-4', dimension: 'original-ltv', side: 'beside', edge: '80' },
        'side',
      ],
    ]
    for (const [name, given, words] of wrong) {
      const { isError, content } = await ask(name, given)
      expect([name, isError, content]).toEqual([
        name,
        true,
        [{ type: 'text', text: expect.stringContaining(words) }],
      ])
    }
  })

  it('say what is wrong with the library, and nothing of a fault of ours', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const broken = (fault: Error) => ({ ...library, findDeals: () => Promise.reject(fault) })
    const gone = await ask('find_deals', {}, broken(new LibraryFault('library-gone', 'no file')))
    expect(gone.isError && JSON.stringify(gone.content)).toContain('library')
    const fault = await ask('find_deals', {}, broken(new Error('secret of ours')))
    expect(JSON.stringify(fault)).not.toContain('secret')
    expect(log).toHaveBeenCalledOnce()
    log.mockRestore()
  })

  it('are closed to pages of other sites', async () => {
    const answer = await POST(
      new Request('http://localhost/api/mcp', {
        method: 'POST',
        body: '{}',
        headers: { 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' },
      }),
    )
    expect(answer.status).toBe(403)
  })
})
