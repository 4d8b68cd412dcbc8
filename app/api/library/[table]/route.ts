import { parquetTables } from '@/lib/export/parquet/parquet-task.ts'
import { getLibrary, libraryPlace, presentReader } from '@/lib/library/index.ts'
import { splitForm } from '@/lib/server/deal-answers.ts'
import { answerTagged } from '@/lib/server/entity-tag.ts'
import { answerFile, fileTypes } from '@/lib/server/file-answer.ts'
import { guarded } from '@/lib/server/guarded.ts'
import { answerError } from '@/lib/server/service-errors.ts'
import { siteOrigin } from '@/lib/server/site-address.ts'
import { streamParquet } from '@/lib/server/stream-parquet.ts'

export const dynamic = 'force-dynamic'

/** The whole library as data: `buckets.parquet`, `deals.parquet`, `statistics.parquet` or `checks.parquet`. */
export const GET = guarded(
  'look',
  async (request: Request, { params }: RouteContext<'/api/library/[table]'>) => {
    const { name, form } = splitForm((await params).table)
    const table = parquetTables.find(one => one === name)
    if (table === undefined || form !== 'parquet') return answerError('call-is-unknown')
    // Whatever is wrong with the library is found, and told, by the one that has it open.
    const library = await getLibrary()
    await library.findRereading()
    const from = [await library.findRevision(), presentReader(), siteOrigin(process.env)]
    return await answerTagged(request, from, () => answerTable(table))
  },
)

async function answerTable(table: (typeof parquetTables)[number]): Promise<Response> {
  const stream = await streamParquet({
    ...libraryPlace(),
    readerVersion: presentReader(),
    origin: siteOrigin(process.env),
    table,
  })
  if (stream === null) return answerError('downloads-are-too-many')
  return answerFile(stream, fileTypes.parquet, `${table}.parquet`)
}
