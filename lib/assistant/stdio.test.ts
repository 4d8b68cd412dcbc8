import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Client } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import { expect, it } from 'vitest'
import { presentReader } from '@/lib/library/index.ts'
import { openLibrary } from '@/lib/library/open-library.ts'
import { writeWith } from '@/lib/library/writer.ts'
import { readFiling } from '@/lib/read-filing.ts'

const root = path.join(import.meta.dirname, '../..')

it('answers an assistant of this machine over standard input and output, beside whoever has the library open', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'strata-stdio-'))
  const library = openLibrary({ folder, writer: writeWith(readFiling), readerVersion: presentReader() })
  const name = 'harbor-point-2001-4-8k.txt'
  await library.keepFiling(readFileSync(path.join(root, 'public/samples', name)), name)
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: ['lib/setup/run.mjs', 'lib/assistant/stdio.ts'],
    cwd: root,
    env: { PATH: process.env.PATH ?? '', STRATA_DATA: folder, STRATA_URL: 'https://strata.example' },
  })
  const client = new Client({ name: 'test', version: '1.0.0' })
  try {
    await client.connect(transport)
    const { structuredContent } = await client.callTool({
      name: 'ask_tail',
      arguments: { deal: 'harbor', dimension: 'original-ltv', side: 'above', edge: '80' },
    })
    expect(structuredContent).toMatchObject({
      answer: {
        loans: { value: 65 },
        url: 'https://strata.example/deals/harbor-point-mortgage-trust-2001-4/ask/original-ltv?above=80',
      },
    })
  } finally {
    await client.close()
    await library.close()
    rmSync(folder, { recursive: true })
  }
}, 60_000)
