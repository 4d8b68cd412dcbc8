/** Words that filings and their exhibits use and that letters, notes and programs do not. */
const FILING_WORDS =
  /<(?:SEC|IMS)-(?:DOCUMENT|HEADER)>|<SUBMISSION>|<DOCUMENT>|ACCESSION NUMBER:|securities\s+and\s+exchange\s+comm|securities\s+exchange\s+act|registrant|prospectus|pooling\s+and\s+servicing|mortgage[\s-](?:loan|rate|pool|pass|backed|propert)|pass-through|certificateholder|asset[\s-]backed|loan-to-(?:value|\n)|cut-?off\s+date|\bform\s+(?:8-K|10-[KQD]|S-3|SE|424B)|computational\s+materials|collateral\s+(?:summary|stratification|tables|term|information|analysis)|principal\s+balance|\bexhibit\s+99|<PAGE>\s|\btrust,?\s+(?:series\s+)?\d{4}|"http:\/\/www\.sec\.gov\/edgar\//i

/** A figure as tables print it, alone between wide gaps: `268`, `$ 113,346,210.62`, `(4.5)`, `50.35%`, `２６８`. */
const FIGURE_CELL = /^[$＄]? ?[(（]?\p{Nd}[\p{Nd},.，．]*[%％]?[)）]?$/u
const FEWEST_ROWS = 3
/** Blank lines not counted: a conversion may have put some after each line. */
const MOST_LINES_APART = 3

/** Data for programs, whatever words of filings stand in it: nothing that EDGAR takes is written so. */
function isJson(text: string): boolean {
  if (!/^\s*[[{]/.test(text) || !/[\]}]\s*$/.test(text)) return false
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/**
 * Whether a text has anything of a filing: one of its words, an HTML table, or a block of rows with figures in columns.
 * Lenient on purpose: a bare exhibit that is nothing but a pool table is readable; prose and programs are not.
 */
export function looksLikeFiling(text: string, lines: string[]): boolean {
  if (isJson(text)) return false
  return FILING_WORDS.test(text) || /<table[\s>]/i.test(text) || hasTableBlock(lines)
}

function hasTableBlock(lines: string[]): boolean {
  let rows = 0
  let since = 0
  for (const line of lines) {
    if (line.trim() === '') continue
    since++
    if (!isTableRow(line)) continue
    rows = since <= MOST_LINES_APART ? rows + 1 : 1
    since = 0
    if (rows >= FEWEST_ROWS) return true
  }
  return false
}

/** Two figures or more, each set off by a tab, a wide gap or a leader of dots, on a line short enough to have been printed. */
function isTableRow(line: string): boolean {
  if (line.length >= 400) return false
  const cells = line.trimEnd().split(/\t|\s{2,}|\.{4,} ?/)
  return cells.filter(cell => FIGURE_CELL.test(cell.trim())).length >= 2
}
