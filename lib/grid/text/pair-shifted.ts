import type { ColumnExtent } from './find-columns.ts'
import type { Fragment } from './fragment.ts'
import { splitWords } from './fragments.ts'
import type { Extent } from './line-up.ts'
import { pairByOrder } from './pair-by-order.ts'
import type { ScannedLines } from './scan-lines.ts'

/**
 * The words by their order where the stack stands shifted against the figures: a column has no words at all, or the
 * lowest line prints words for the labels and one for each column, and positions give some column two of them.
 *
 * >               Principal # of   % of      Average  Gross
 *   FICO            Balance Loans  Total     Balance  WAC   FICO     words set a blank apart, each right of its figures
 *   560 - 579    455,004.33     2   0.17 227,502.17 6.644   563
 *
 * So are the words of a header of one line that begins over the labels, all a blank apart, when they are as many.
 *
 * > Lien Loans Balance Percent
 *   First 47 12,891,262.37 71.96
 *
 * And those of a header of one line that has a piece for the labels and one for each column, where positions would cut a
 * piece or give a column two.
 *
 * > Original Balance  Aggregate Principal Balance  Number of Loans
 *   $150,001 - $300,000........  $  10,724,459  576
 *
 * `bins` are the words by positions. Null where these are to stand.
 */
export function pairShifted(
  scan: ScannedLines,
  lines: readonly Fragment[][],
  bins: readonly Fragment[][],
  columns: readonly ColumnExtent[],
  labels: Extent,
): Fragment[][] | null {
  if (bins.some(bin => bin.length === 0)) return pairByOrder(lines, bins.length)
  const lowest = lines[lines.length - 1] ?? []
  if (isOneEach(lines, bins, labels)) return pairByOrder(lines, bins.length)
  const isOne = lines.length === 1 && lowest.length === 1 && (lowest[0]?.start ?? 0) < labels.end
  const each = isOne ? splitWords(scan, lowest) : []
  if (each.length === bins.length + 1) return pairByOrder([each], bins.length)
  const words = [...lowest.slice(0, 1), ...splitWords(scan, lowest.slice(1))]
  if (words.length !== bins.length + 1 || words.length === lowest.length) return null
  const isOver = columns.every((column, order) => standsOver(words[order + 1], column))
  if (!isOver || reachesPast(words[0], columns[0]) || bins.every(bin => countWords(scan, bin, lowest) === 1))
    return null
  const above = lines.slice(0, -1).map(line => splitWords(scan, line))
  return pairByOrder([...above, words], bins.length)
}

/** Has the only line a piece for the labels and one for each column, and some column not its own? */
function isOneEach(lines: readonly Fragment[][], bins: readonly Fragment[][], labels: Extent): boolean {
  const [line = [], ...others] = lines
  if (others.length > 0 || line.length !== bins.length + 1 || (line[0]?.start ?? 0) >= labels.end)
    return false
  return bins.some((bin, order) => {
    const own = line[order + 1]
    return bin.length !== 1 || bin[0]?.start !== own?.start || bin[0]?.end !== own?.end
  })
}

function standsOver(word: Fragment | undefined, { start, end }: ColumnExtent): boolean {
  return word !== undefined && word.start < end && word.end > start
}

/** Do words for the labels go on over more than half of the first figures? Then they are words of that column, too. */
function reachesPast(words: Fragment | undefined, first: ColumnExtent | undefined): boolean {
  return words !== undefined && first !== undefined && words.end * 2 > first.start + first.end
}

/** How many words of a line a column has been given. */
function countWords(scan: ScannedLines, bin: readonly Fragment[], line: readonly Fragment[]): number {
  return splitWords(
    scan,
    bin.filter(({ index }) => index === line[0]?.index),
  ).length
}
