import { choosePool } from '../library/load-pool.ts'
import type { FilingReport } from '../report.ts'
import { answerTasks } from './answer-tasks.ts'
import { packEvidence } from './evidence-pack/pack-evidence.ts'
import type { BookTask, PackedComparison, PackedEvidence, PackedFiling, PackTask } from './pack-task.ts'
import type { Book } from './workbook/book.ts'
import { compareBook } from './workbook/compare-book.ts'
import type { ComparedSource } from './workbook/compare-sheets.ts'
import { dealBook } from './workbook/deal-book.ts'
import { dealsBook } from './workbook/deals-book.ts'
import type { ListedSource } from './workbook/deals-sheet.ts'
import { writeBook } from './workbook/write-book.ts'

/** The thread that makes workbooks and evidence packs (`server/packing.ts`), which takes seconds for the largest. Node runs this file as it is. */
function bookOf(task: BookTask): Book {
  const { origin, readerVersion, madeOn } = task
  const source = ({ deal, summary, json }: PackedFiling): ListedSource => ({
    deal,
    summary,
    // Only the library writes reports, and each was checked when it was written.
    report: JSON.parse(Buffer.concat(json).toString('utf8')) as FilingReport,
    origin,
    readerVersion,
    madeOn,
  })
  if ('filing' in task) return dealBook(source(task.filing))
  const sources = task.filings.map(source)
  return 'title' in task
    ? dealsBook(task.title, sources)
    : compareBook(poolsOf(task, sources), task.comparing)
}

/** Whoever asked knows that each is there; a group that is all of its deal is the whole pool. */
function poolsOf({ refs }: PackedComparison, sources: readonly ListedSource[]): ComparedSource[] {
  return refs.flatMap(({ slug, group }) => {
    const source = sources.find(({ deal }) => deal.slug === slug)
    const choose = (which: string | null) => source && choosePool(source.deal.name, source.report, which)
    const pool = choose(group) ?? choose(null)
    return source && pool ? [{ source, loanGroup: pool.loanGroup, name: pool.name, summed: pool.summed }] : []
  })
}

/** The whole of a pack: its pieces are small beside what they are made of. */
async function packOf({ json, ...subject }: PackedEvidence): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = []
  for await (const piece of await packEvidence({ ...subject, reportJson: Buffer.concat(json) }))
    pieces.push(piece as Uint8Array)
  return new Uint8Array(Buffer.concat(pieces))
}

answerTasks(async (task: PackTask) =>
  'evidence' in task ? await packOf(task.evidence) : await writeBook(bookOf(task)),
)
