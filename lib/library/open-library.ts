import { sql } from 'kysely'
import type { PackedFile } from '../filing/packed-file.ts'
import { drawHtml } from '../grid/html/draw-html.ts'
import { faultCodeOf } from '../library-faults.ts'
import { openPacked } from '../tape/open-packed.ts'
import { accessRecords } from './access-records.ts'
import { findInBin, holdsOlder, listBin, overdue } from './bin.ts'
import { DealColumns } from './columns/deal-columns.ts'
import type { ChangeOutcome, DealChange } from './deal-changes.ts'
import { findSubmission, keepSubmission } from './edgar-submissions.ts'
import { deferEdgar, reserveEdgarTurn } from './edgar-turns.ts'
import type { Engine } from './engines/engine.ts'
import { lookIntoEngine, openEngine } from './engines/open-engine.ts'
import type { CheckPages } from './engines/sqlite/check-pages.ts'
import { faultLog } from './fault-log.ts'
import { findDeal, findVersion } from './find-deal.ts'
import { findDeals } from './find-deals.ts'
import { findFigures } from './find-figures.ts'
import { findFiles } from './find-files.ts'
import { findFiling, findSource, type Holding } from './find-filing.ts'
import { findFromEdgar } from './find-from-edgar.ts'
import { lineKeeper, linesAround, windowOf, windowOfPacked } from './find-lines.ts'
import { comparedFigures, findNear } from './find-near.ts'
import { findReportJson, findReportPart } from './find-report.ts'
import { rankNearest } from './find-similar.ts'
import { stateFinder } from './find-state.ts'
import { findTableIds } from './find-table-ids.ts'
import { findDealTapes, listTapes } from './find-tapes.ts'
import { findTrends } from './find-trends.ts'
import { findWhy, longestToExplain } from './find-why.ts'
import type { Library } from './library.ts'
import type { LibraryFault } from './library-fault.ts'
import type { LibraryPlace } from './library-files.ts'
import { loanKeeper } from './loans-of-filing.ts'
import { listLoose, type Originals, openOriginals } from './originals/originals.ts'
import { countOutdated, findSize } from './reread.ts'
import { rereadJob } from './reread-job.ts'
import { listSearches } from './saved-searches.ts'
import { suggest } from './suggest.ts'
import { findTape, findTapes } from './tape-columns.ts'
import { idle, type OpenWriter, type Writer } from './writer.ts'

export type LibraryOptions = LibraryPlace & {
  writer: OpenWriter
  /** Changes whenever the reader does; reports of another version are read again. */
  readerVersion: string
  /** How the pages of the library's file are looked through; not at all unless told. */
  checkPages?: CheckPages
}

/**
 * A library, made when missing. Throws a LibraryFault when it cannot be read and written; so does each call that fails because
 * of the library's file or disk, and the log has the first cause. Anything else that is thrown is a bug.
 *
 * A filing is told to be `added` or `known` only while the file that holds it is still in its place.
 */
export function openLibrary({ writer, readerVersion, checkPages, ...place }: LibraryOptions): Library {
  const log = faultLog(line => console.error(line))
  const engine = openEngine(place, log, checkPages)
  const { database } = engine
  const originals = openOriginals(place.store ?? null)
  return libraryOn(engine, {
    writer: writer({ place, database, originals, readerVersion }),
    originals,
    readerVersion,
  })
}

export type LookingOptions = LibraryPlace & { readerVersion: string; hear: (fault: LibraryFault) => void }

/**
 * The same library to look into only, for a process beside the one that has it open. Nothing is written or checked, and a
 * report stays as it is until that process has read its filing again. What is wrong with the library is thrown as there,
 * and told to `hear` instead of the log.
 */
export function lookIntoLibrary({ readerVersion, hear, ...place }: LookingOptions): Library {
  const engine = lookIntoEngine(place, { failed: hear, worked: () => undefined })
  const originals = openOriginals(place.store ?? null)
  const holding = { database: engine.database, originals }
  return libraryOn(engine, { writer: writesNothing(holding), originals, readerVersion })
}

/** So many deals are read one by one in less than a tenth of a second. */
const mostReadAnew = 5000

function libraryOn(
  engine: Engine,
  { writer, originals, readerVersion }: { writer: Writer; originals: Originals; readerVersion: string },
): Library {
  const { database, condition, looksOnly, findSizes } = engine
  const { guarded } = condition
  const columns = new DealColumns(database)
  const findState = stateFinder({ database, findSizes, readerVersion }, writer.load)
  let waited = async () => {}
  engine.followChanges(followWith(columns))
  const bringUpToDate = rereadJob({ database, readerVersion, reread: guarded(writer.reread) })
  const holding = { database, originals }
  const bytesOf = async (sha256: string) => (await findSource(holding, sha256))?.bytes ?? null
  const linesOf = lineKeeper(bytesOf)
  const loansOf = loanKeeper({ findTape: sha256 => findTape(database, sha256), findBytes: bytesOf })

  /** Lines are at hand for a while after their filing was deleted. */
  async function keptLinesOf(sha256: string): Promise<string[] | PackedFile | null> {
    return (await findSize(database, sha256)) > 0 ? await linesOf(sha256) : null
  }

  async function change(asked: DealChange): Promise<ChangeOutcome> {
    condition.assertSound()
    const changed = await writer.change(asked)
    condition.assertKept()
    condition.worked()
    return changed
  }

  const library: Library = {
    keepFiling: guarded(async (bytes, name, upload, origin) => {
      condition.assertSound()
      await waited()
      const kept = await writer.keep({ bytes, name, origin }, upload)
      if (kept.status === 'refused') return kept
      condition.assertKept()
      condition.worked()
      return kept
    }),
    findFromEdgar: guarded((accession, document) => findFromEdgar(database, accession, document)),
    reserveEdgarTurn: guarded((gapMs, latest, aheadMs = 0) =>
      reserveEdgarTurn(database, gapMs, latest, aheadMs),
    ),
    findSubmission: guarded(accession => findSubmission(database, accession)),
    keepSubmission: guarded(submission => keepSubmission(database, submission)),
    deferEdgar: guarded(until => deferEdgar(database, until)),
    findDeals: guarded((query = {}) =>
      findDeals(database, columns, query, slug => rankNearest(library, slug)),
    ),
    findTrends: guarded(question => findTrends(database, columns, question)),
    findFigures: guarded((typed, page) => findFigures(database, whereKept(linesOf), typed, page)),
    suggest: guarded(typed =>
      suggest(database, columns, figure => findFigures(database, whereKept(linesOf), figure), typed),
    ),
    findRevision: guarded(async () => {
      const row = await database.selectFrom('library').select('revision').executeTakeFirstOrThrow()
      return row.revision
    }),
    listSearches: guarded(() => listSearches(database)),
    findDeal: guarded(slug => findDeal(database, slug)),
    warm: guarded(async (most = mostReadAnew) => {
      if (!looksOnly) await columns.warm(comparedFigures, most)
    }),
    findNear: guarded((slug, limit) => findNear(database, columns, slug, limit)),
    findTableIds: guarded(filings => findTableIds(database, filings)),
    findDealTapes: guarded(slug => findDealTapes(database, slug)),
    listTapes: guarded(most => listTapes(database, most)),
    findVersion: guarded(slug => findVersion(database, slug)),
    findFiles: guarded(slug => findFiles(database, slug)),
    findReportPart: guarded((sha256, choice) => findReportPart(database, sha256, choice)),
    findReportJson: guarded((sha256, part) => findReportJson(database, sha256, part ?? null)),
    findSource: guarded(sha256 => findSource(holding, sha256)),
    findLoans: guarded(async sha256 =>
      (await findSize(database, sha256)) > 0 ? await loansOf(sha256) : null,
    ),
    findTapes: guarded(filings => findTapes(database, filings)),
    findLines: guarded(async (sha256, span) => {
      const lines = await keptLinesOf(sha256)
      if (lines === null) return null
      return Array.isArray(lines) ? windowOf(lines, span) : await windowOfPacked(lines, span)
    }),
    findDrawn: guarded(async (sha256, at) => {
      const lines = await keptLinesOf(sha256)
      if (lines === null || Array.isArray(lines)) return lines && drawHtml(lines, at)
      const opened = await openPacked(lines)
      return 'refusal' in opened ? null : drawHtml(linesAround(opened), at)
    }),
    findWhy: guarded(async (sha256, at) =>
      (await findSize(database, sha256)) > 0 ? await writer.explain(sha256, at) : null,
    ),
    access: accessRecords(database, guarded),
    changeDeals: guarded(change),
    listBin: guarded(() => listBin(database)),
    findInBin: guarded(slug => findInBin(database, slug)),
    emptyBin: guarded(async () => {
      const before = overdue()
      if (await holdsOlder(database, before)) await change({ what: 'erase', slugs: null, before })
      if (originals.inStore && (await listLoose(database)).length > 0) await change({ what: 'erase-loose' })
    }),
    findFiling: guarded(prefix => findFiling(database, prefix)),
    bringUpToDate: guarded(bringUpToDate),
    findState: guarded(findState),
    findRereading: guarded(() => countOutdated(database, readerVersion)),
    heard: condition.heard,
    giveWay: until => {
      waited = until
    },
    ping: guarded(async () => {
      await sql`select 1 from library`.execute(database)
      await condition.lookAgain()
      if (looksOnly) return
      await engine.canWrite()
      await originals.tryOut()
    }),
    close: async () => {
      condition.close()
      await writer.close()
      await engine.close()
    },
  }
  return library
}

/** Where pages are drawn nothing is written, and what is read again is read while the page waits. */
function writesNothing(holding: Holding): Writer {
  return {
    keep: async () => {
      throw onlyLookedInto()
    },
    reread: async () => undefined,
    leave: async () => undefined,
    change: async () => {
      throw onlyLookedInto()
    },
    explain: (sha256, at) => findWhy(holding, sha256, at, longestToExplain.onPage),
    load: () => idle,
    close: async () => undefined,
  }
}

function onlyLookedInto(): Error {
  return new Error('This library was opened to be looked into only.')
}

/** Between two looks at what others changed, in milliseconds: an import changes the library again and again. */
const followEveryMs = 1000

/** Reads into columns what others changed, so that whoever asks for a list next need not wait for it. */
function followWith(columns: DealColumns): () => void {
  let isPlanned = false
  return () => {
    if (isPlanned) return
    isPlanned = true
    setTimeout(() => {
      isPlanned = false
      // Whoever asks reads it again, and hears what hindered it.
      columns.ready([]).catch(() => undefined)
    }, followEveryMs).unref()
  }
}

/** A figure is found without its line in a filing whose original is lost, and in one that is too large to be held. */
function whereKept(linesOf: (sha256: string) => Promise<string[] | PackedFile | null>) {
  return async (sha256: string) => {
    try {
      const lines = await linesOf(sha256)
      return Array.isArray(lines) ? lines : null
    } catch (fault) {
      if (faultCodeOf(fault) !== 'original-is-lost') throw fault
      return null
    }
  }
}
