import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import path from 'node:path'
import { findPostgres } from '../testing/find-postgres.ts'
import { startPostgres } from '../testing/postgres-server.ts'
import { type Figure, type Suite, yardstick } from './figure.ts'
import { measureGrowth } from './growth.ts'
import { readAlone, writeAlone } from './import-alone.ts'
import { printFilings } from './print-filings.ts'
import { type Imported, runImport } from './run-import.ts'
import { measureProcesses } from './several-processes.ts'
import { ensureBuilt } from './site.ts'

/** Filings of an import unless `--filings` says otherwise, and the share of them that goes into PostgreSQL too. */
const usualFilings = 20_000
const shareInPostgres = 0.1

/** The most that an import takes over the slower of reading alone and writing alone. */
const mostOverSlower = 1.3
/** The most that memory may grow from the second fifth of an import to its last. */
const mostGrowth = 1.15
/** The deals of the largest library, over the filings of the import. */
const largestOverFilings = 5

/** An import of many filings, what it is made of, and what the library it makes is like. */
export const importing: Suite = {
  name: 'import',
  measure: async ({ filings = usualFilings }) => {
    ensureBuilt()
    const folder = mkdtempSync(path.join(tmpdir(), 'strata-import-'))
    const within = (name: string) => {
      mkdirSync(path.join(folder, name))
      return path.join(folder, name)
    }
    try {
      const printed = await printFilings(within('filings'), filings)
      const data = within('library')
      const imported = await runImport(printed.folder, { STRATA_DATA: data })
      return [
        ...(await ofImport(imported, printed)),
        ...(await onPostgres(within('some'), Math.ceil(filings * shareInPostgres))),
        ...(await measureProcesses('sqlite', { STRATA_DATA: data })),
        ...(await measureGrowth(folder, filings * largestOverFilings)),
      ]
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

type Printed = Awaited<ReturnType<typeof printFilings>>

/** The import beside reading alone and writing alone, in filings a second, and what it took. */
async function ofImport(imported: Imported, printed: Printed): Promise<Figure[]> {
  const { added, seconds, libraryBytes } = imported
  const rate = added / seconds
  const reading = await readAlone(printed.files)
  const writing = await writeAlone(printed.files)
  const over = Math.min(reading, writing) / rate
  return [
    yardstick('import-reading-alone', reading, 'filings/s'),
    yardstick('import-writing-alone', writing, 'filings/s'),
    {
      name: 'import',
      value: rate,
      unit: 'filings/s',
      ratio: over,
      aim: `at most ${mostOverSlower}× the time of the slower`,
      met: over <= mostOverSlower,
    },
    yardstick('import-per-core', rate / availableParallelism(), 'filings/s'),
    yardstick('import-bytes', printed.bytes / 1e6 / seconds, 'MB/s'),
    ...memoryOf(imported),
    ratioTo('import-disk-per-deal-sqlite', libraryBytes / added, printed.bytes / printed.files.length),
  ]
}

/** Bytes beside those of the original. */
function ratioTo(name: string, bytes: number, original: number): Figure {
  return { ...yardstick(name, bytes / 1000, 'kB'), ratio: bytes / original }
}

function memoryOf({ early, late }: Imported): Figure[] {
  if (early === null || late === null) return []
  const ratio = late / early
  return [
    yardstick('import-memory-early', early / 1e6, 'MB'),
    {
      name: 'import-memory-late',
      value: late / 1e6,
      unit: 'MB',
      ratio,
      aim: `at most ${mostGrowth}× early`,
      met: ratio <= mostGrowth,
    },
  ]
}

/** The same with fewer filings in a PostgreSQL of its own, which waits for no disk; nothing where this machine has none. */
async function onPostgres(folder: string, filings: number): Promise<Figure[]> {
  const found = findPostgres()
  if ('reason' in found) {
    console.error(`no figures on PostgreSQL: ${found.reason}`)
    return []
  }
  const server = await startPostgres(found.programs)
  try {
    const printed = await printFilings(folder, filings)
    const place = { DATABASE_URL: server.address }
    const { added, seconds, libraryBytes } = await runImport(printed.folder, place)
    return [
      yardstick('import-postgres', added / seconds, 'filings/s'),
      ratioTo('import-disk-per-deal-postgres', libraryBytes / added, printed.bytes / printed.files.length),
      ...(await measureProcesses('postgres', place)),
    ]
  } finally {
    await server.end()
  }
}
