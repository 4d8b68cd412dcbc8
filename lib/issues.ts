import { cutText } from './cut-text.ts'
import { edgarFaultWording } from './edgar-faults.ts'
import { libraryFaultWording } from './library-faults.ts'
import type { Issue, Place } from './report.ts'

/**
 * The codes of everything the reader has to say, and their wording.
 *
 * A code is kebab-case and reads as a sentence. An issue tells what could not be read; a refusal is why a file was not
 * read at all. The codes and wording of checks stand on their entries, in `checks/`.
 */

/** Why a file was not read, and what the person can do. Used by the command line, the service and the pages alike. */
export const refusalWording = {
  'file-is-missing': 'There is no such file. Check the path and try again.',
  'file-is-empty': 'The file is empty. Download the filing again and drop that.',
  'file-is-too-large':
    'The file is larger than 50 MB. Split the submission, or drop only the exhibit with the pool tables; a loan-level exhibit (EX-102) may have 400 MB.',
  'file-is-a-pdf':
    'This is a PDF. Strata reads the text and HTML that EDGAR keeps: on the filing’s page at sec.gov, save the complete submission (.txt) and drop that.',
  'file-is-binary':
    'This is not text. Strata reads filings as text or HTML: on the filing’s page at sec.gov, save the complete submission (.txt) and drop that.',
  'file-is-in-ebcdic':
    'This file is in EBCDIC, an encoding of mainframes. Convert it to ASCII or UTF-8 with line breaks and drop that, or save the complete submission (.txt) from the filing’s page at sec.gov.',
  'file-is-not-a-filing':
    'Nothing in this file looks like an SEC filing or an exhibit with tables. Drop the filing’s text or HTML as EDGAR keeps it.',
  'upload-is-too-large':
    'Together these files are larger than 500 MB. What came before is kept; drop the others again in smaller lots.',
  'upload-has-too-many-files':
    'More than 500 files came at once. The first 500 were read; drop the others again in smaller lots.',
  'upload-was-cut-off':
    'The upload stopped before this file had arrived in full. Nothing of it was kept; drop it again.',
  'upload-is-no-whole-form':
    'The request was not a complete form, so this file did not arrive in full. Nothing of it was kept; drop it again. From a script: send multipart/form-data up to its last boundary.',
  'upload-came-while-busy':
    'Strata is busy with as many files as it can hold, so this one was not accepted. Nothing of it was kept; drop it again in a minute.',
  'archive-is-damaged':
    'This archive is damaged or incomplete: its contents do not match its own list. Download or pack it again and drop that.',
  'archive-is-encrypted': 'This archive is locked with a password. Unpack it and drop the files inside.',
  'archive-packing-is-unknown':
    'This archive is packed in a way that Strata cannot open. Unpack it and drop the files inside, or pack them as an ordinary zip.',
  'archive-holds-too-much':
    'Strata opens up to 2,000 files and 500 MB of an archive; this is more. Unpack the archive and drop what is missing in smaller lots.',
  'archive-opens-too-far':
    'This would unpack to more than 250 times its size, which no filing does, so it was not opened. Unpack the archive and drop the file itself.',
  'archive-entries-overlap':
    'Files in this archive share the same bytes, which ordinary archives never do, so those were not opened. If you have the files, pack them again as an ordinary zip and drop that.',
  'archive-is-padded':
    'This archive is much larger than the file inside it, which ordinary archives never are, so it was not opened. If you have the file itself, drop that.',
  'archive-list-is-too-long':
    'The list of files in this archive is longer than 2,000 files need, so only its beginning was read. Unpack the archive and drop what is missing in smaller lots.',
  'archive-holds-no-filing':
    'There is no file in this archive. Pack the filings as text or HTML and drop that, or drop them as they are.',
  'archive-in-archive':
    'This is an archive inside an archive, which Strata does not open. Unpack it and drop what is inside.',
  'reading-took-too-long':
    'Reading this file took too long for its size and was stopped. Nothing of it was kept. Drop only the exhibit with the pool tables.',
  'reading-took-too-much-memory':
    'Reading this file took too much memory and was stopped. Nothing of it was kept. Drop only the exhibit with the pool tables.',
  'reading-failed':
    'Strata failed while reading this file, and nothing of it was kept. The file itself may be fine: the server’s log says what went wrong.',
  ...edgarFaultWording,
  ...libraryFaultWording,
} as const
export type RefusalCode = keyof typeof refusalWording
export type Refusal = { code: RefusalCode; message: string }

/** A refusal with its wording. */
export function refuse(code: RefusalCode): Refusal {
  return { code, message: refusalWording[code] }
}

/** What a stage gives back: its value, and what it could not read. */
export type Staged<T> = { value: T; issues: Issue[] }

const unreadFormats: Record<string, string> = {
  uuencoded: 'an encoded graphic or file',
  pdf: 'a PDF',
}

/** Characters of a printed text in a message; its place shows the rest. Longer headers and titles are rare. */
const LONGEST_QUOTE = 160

/** A printed text in quotation marks. */
const quote = (text: string) => `“${cutText(text, LONGEST_QUOTE)}”`

/** > 1,553 */
const count = (value: number) => value.toLocaleString('en-US')

/** > a, b or c */
function listNames(names: readonly string[]): string {
  return new Intl.ListFormat('en', { type: 'disjunction' }).format(names)
}

/** Values of a field of a loan-level exhibit with one fault: how many, and the first of them. */
type FieldFault = { field: string; count: number; text: string }

/** > 1 value   1,204 values */
const times = (number: number, one: string, more: string) => `${count(number)} ${number === 1 ? one : more}`

function sayUnreadTape({ reason, detail }: { reason: string; detail: string }): string {
  if (reason === 'other-form')
    return `The loans are of a form that Strata does not know (${detail === '' ? 'no namespace' : cutText(detail, LONGEST_QUOTE)}), so they are not read.`
  if (reason === 'document-type')
    return 'The exhibit defines a type of document or entities, which such exhibits never do, so it is not read.'
  if (reason === 'other-currency')
    return `The amounts of this exhibit are in ${quote(detail)}, and only dollars are read, so it is not read.`
  if (reason === 'several-currencies')
    return `The assets of this exhibit are in several currencies (${cutText(detail, LONGEST_QUOTE)}). A sum over them would be an amount in none, and a part of a pool would give wrong figures, so none of it is read.`
  return `The exhibit is not well-formed XML${detail === '' ? '' : ` (${cutText(detail, LONGEST_QUOTE)})`}. A part of a pool would give wrong figures, so none of it is read. Download the filing again.`
}

/**
 * Wording of the reader's issues, by code: one function a code, given just its own facts.
 * Add a code here, raise it with `issue(code, facts, at)`.
 */
export const issueWording = {
  'tape-is-not-read': (facts: {
    reason: 'not-well-formed' | 'document-type' | 'other-form' | 'other-currency' | 'several-currencies'
    detail: string
  }) => sayUnreadTape(facts),
  'tape-is-one-of-several': (facts: { several: number }) =>
    `The filing holds ${count(facts.several)} exhibits of loans. Only the first is read; drop this one alone to see it.`,
  'tape-holds-no-loans': (_: Record<string, never>) =>
    'The exhibit holds no loan with a balance, so there is nothing to break down.',
  'tape-unknown-field': (facts: FieldFault) =>
    `${times(facts.count, 'value stands', 'values stand')} in ${quote(facts.field)}, an element that the schema of the exhibit does not have there; not read. The first: ${quote(facts.text)}.`,
  'tape-unknown-element': (facts: FieldFault) =>
    `${times(facts.count, 'element is', 'elements are')} called ${quote(facts.field)} where the schema of the exhibit has “assets” alone; nothing in ${facts.count === 1 ? 'it' : 'them'} is read.`,
  'tape-unreadable-value': (facts: FieldFault) =>
    `${times(facts.count, 'value', 'values')} of ${quote(facts.field)} cannot be what the schema says, so ${facts.count === 1 ? 'it is' : 'they are'} not read. The first: ${quote(facts.text)}.`,
  'tape-unknown-code': (facts: FieldFault) =>
    `${times(facts.count, 'code', 'codes')} of ${quote(facts.field)} ${facts.count === 1 ? 'is' : 'are'} not in the schema and not read. The first: ${quote(facts.text)}.`,
  'tape-repeated-field': (facts: FieldFault) =>
    `${times(facts.count, 'value', 'values')} of ${quote(facts.field)} ${facts.count === 1 ? 'stands' : 'stand'} behind another of the same asset, of which only the first is read. The first: ${quote(facts.text)}.`,
  'tape-long-value': (facts: FieldFault) =>
    `${times(facts.count, 'value', 'values')} of ${quote(facts.field)} ${facts.count === 1 ? 'is' : 'are'} longer than any such value and not read.`,
  'tape-repeated-number': (facts: FieldFault) =>
    `${times(facts.count, 'asset has', 'assets have')} the number of another asset. All are counted, so the pool may count a loan twice. The first: ${quote(facts.text)}.`,
  'tape-lone-property': (facts: FieldFault) =>
    `${times(facts.count, 'row has', 'rows have')} neither an amount nor a loan before it that it belongs to; not counted. The first: ${quote(facts.text)}.`,
  'tape-negative-balance': (facts: FieldFault) =>
    `${times(facts.count, 'loan has', 'loans have')} a balance below nothing in ${quote(facts.field)}; not counted. The first: asset ${quote(facts.text)}.`,
  'tape-no-balance': (facts: FieldFault) =>
    `${times(facts.count, 'loan gives', 'loans give')} no balance in ${quote(facts.field)}; not counted. The first: asset ${quote(facts.text)}.`,
  'tape-other-period': (facts: FieldFault) =>
    `${times(facts.count, 'loan reports', 'loans report')} another period than most in ${quote(facts.field)}; counted with the others. The first: to ${facts.text}.`,
  'tape-no-period': (facts: FieldFault) =>
    `${times(facts.count, 'loan does', 'loans do')} not say which period ${facts.count === 1 ? 'it reports' : 'they report'} (${quote(facts.field)}); counted with the others. The first: asset ${quote(facts.text)}.`,
  'tape-mixed-percents': (facts: FieldFault) =>
    `${times(facts.count, 'value', 'values')} of ${quote(facts.field)} may be a percent or a fraction, unlike most others of the field; not read. The first: ${quote(facts.text)}.`,
  'tape-impossible-value': (facts: FieldFault) =>
    `${times(facts.count, 'value', 'values')} of ${quote(facts.field)} cannot be right, so tables and averages leave ${facts.count === 1 ? 'it' : 'them'} out. The first: ${quote(facts.text)}.`,
  'column-is-not-understood': (facts: { header: string }) =>
    `The column ${quote(facts.header)} is not a known measure, so its figures are not read.`,
  'column-repeats-a-measure': (facts: { header: string; first: string }) =>
    `The column ${quote(facts.header)} measures the same as ${quote(facts.first)} before it; only the figures of the first are read.`,
  'column-is-of-a-part': (facts: { header: string }) =>
    `The column ${quote(facts.header)} covers only some of the loans in the table, so its figures are not read.`,
  'figures-contradict-header': (facts: { header: string }) =>
    `The figures under ${quote(facts.header)} cannot be what the header says: their form, size, signs or sum is wrong for it. They are not read.`,
  'header-may-head-another-column': (facts: { header: string }) =>
    `${quote(facts.header)} may be the header of a neighbouring column, so the figures under it are not read.`,
  'extreme-or-average-is-not-certain': (facts: { header: string }) =>
    `${quote(facts.header)} may be the extreme among the loans of each row or the average of their limits, and no total shows which. The figures under it are not read.`,
  'figure-may-be-of-another-column': (facts: { printed: string }) =>
    `${quote(facts.printed)} may belong to a neighbouring column, so it is not read.`,
  'label-may-hold-figures': (facts: { label: string }) =>
    `The label ${quote(facts.label)} contains what look like figures of the columns; the row may be misread.`,
  'words-may-head-rows': (facts: { words: string; label: string; isHeading: boolean }) =>
    `${quote(facts.words)} next to the row ${quote(facts.label)} may be a heading or a part of that label; it is read as ${facts.isHeading ? 'a heading' : 'a part of the label'}.`,
  'row-may-be-of-no-group': (facts: { label: string; heading: string }) =>
    `The row ${quote(facts.label)} may belong under ${quote(facts.heading)} or stand by itself; it is shown without a heading.`,
  'row-stands-below-the-total': (facts: { printed: string }) =>
    `${quote(facts.printed)} stands below the total like a row of the table, and nothing shows what it is a part of; it is not read.`,
  'value-is-not-readable': (facts: { printed: string; header: string }) =>
    `${quote(facts.printed)} under ${quote(facts.header)} is not a figure Strata can read.`,
  'title-is-not-a-known-dimension': (facts: { title: string }) =>
    `${quote(facts.title)} is not a known dimension; the table is kept under its own title.`,
  'table-of-one-row-is-not-read': (facts: { title: string; reason: string }) =>
    `${facts.title === '' ? 'A table of one row' : quote(facts.title)} is not read as a table of the pool. ${facts.reason} It is kept as it is printed.`,
  'columns-are-not-read': (facts: { read: number }) =>
    `The table is wider than Strata can read: only its first ${count(facts.read)} columns are read. The filing shows the others.`,
  'table-is-too-large': (facts: { rows: number; columns: number }) =>
    `The table has ${count(facts.rows)} rows and ${count(facts.columns)} columns, more than Strata can hold, so it is not read. The filing shows it.`,
  'tables-are-left-out': (facts: { tables: number }) =>
    `${facts.tables === 1 ? 'A table is' : `${count(facts.tables)} tables are`} left out, because the report on this file is as large as it may be. The filing shows ${facts.tables === 1 ? 'it' : 'them'}.`,
  'more-issues-alike': (facts: { more: number; message: string }) =>
    `${count(facts.more)} more like this in the table are not listed one by one. The first: ${facts.message}`,
  'text-is-cut': (facts: { printed: string; characters: number }) =>
    `${quote(facts.printed)} is longer than ${count(facts.characters)} characters; only its beginning is shown. The filing shows the rest.`,
  'scale-is-not-certain': (facts: { header: string }) =>
    `Words above the column ${quote(facts.header)} give a scale (thousands, millions, years) that does not fit its figures, so they are not read.`,
  'range-scale-is-not-certain': (facts: { title: string }) =>
    `${quote(facts.title)} gives a scale (thousands, millions, years), but nothing shows that it applies to the row labels too, so their ranges are not given.`,
  'label-is-not-a-range': (facts: { label: string }) =>
    `${quote(facts.label)} cannot be read as a range; the row is kept under its label.`,
  'dimension-is-not-certain': (facts: { title: string; names: readonly string[]; why: string }) =>
    `${quote(facts.title)} could name ${listNames(facts.names)}. ${facts.why} The table is kept under its own title.`,
  'pool-is-not-printed': (facts: { groups: readonly string[] }) =>
    `The tables under ${facts.groups.map(quote).join(', ')} cover different loans, and none covers all of them, so no figures are given for a whole pool.`,
  'kind-of-loans-may-be-a-part': (facts: { title: string; loans: string }) =>
    `${quote(facts.title)} speaks of ${quote(facts.loans)}, and nothing shows that these are all loans of the pool; the tables are read as theirs.`,
  'table-is-of-other-loans': (facts: { title: string; other: string }) =>
    `The rows of ${quote(facts.title)} add up, but to a different total than those of ${quote(facts.other)}. It covers a part of the pool or other loans, so the two are not compared.`,
  'region-is-too-wide': (facts: { lines: number; columns: number; characters: number }) =>
    `${facts.lines === 1 ? 'A line prints' : `${count(facts.lines)} lines print`} figures beyond the ${count(facts.columns)} columns or ${count(facts.characters)} characters that Strata reads across; those figures are not read. The filing shows them.`,
  'nuls-are-left-out': (facts: { count: number }) =>
    `The file holds ${facts.count === 1 ? 'a NUL character, which prints' : `${count(facts.count)} NUL characters, which print`} nothing; the lines are read without ${facts.count === 1 ? 'it' : 'them'}. The first is here.`,
  'controls-are-left-out': (facts: { count: number }) =>
    `The file holds ${facts.count === 1 ? 'a control character, which prints' : `${count(facts.count)} control characters, which print`} nothing; the lines are read without ${facts.count === 1 ? 'it' : 'them'}. The first is here.`,
  'invisible-characters-are-left-out': (facts: { count: number }) =>
    `The file holds ${facts.count === 1 ? 'an invisible character' : `${count(facts.count)} invisible characters`}, such as soft hyphens and marks without width; the lines are read without ${facts.count === 1 ? 'it' : 'them'}. The first is here.`,
  'file-ends-inside-a-character': (facts: { encoding: string }) =>
    `The file ends in the middle of a character of ${facts.encoding.toUpperCase()}: it was cut off, and what followed is not known.`,
  'characters-are-printed-over-others': (facts: { count: number }) =>
    `Backspaces (${count(facts.count)} in the file) print characters over others; the lines are read as they look on paper. The first is on this line.`,
  'struck-out-text-is-left-out': (facts: { count: number }) =>
    `The filing prints ${facts.count === 1 ? 'a passage' : `${count(facts.count)} passages`} with a line through ${facts.count === 1 ? 'it' : 'them'}: what is struck out is not read. The first is here.`,
  'figures-are-placed-by-coordinates': (facts: { count: number }) =>
    `Figures (${count(facts.count)} in the file) are placed on the page by coordinates and not in a table: tables that are made so are not read. The first is here.`,
  'digits-are-of-another-script': (facts: { printed: string; lines: number }) =>
    `${quote(facts.printed)} ${facts.lines === 1 ? 'in this line' : `and others in these ${count(facts.lines)} lines`} are digits of another width or script; they are read as 0 to 9.`,
  'digits-are-not-read': (facts: { printed: string; lines: number }) =>
    `${quote(facts.printed)} ${facts.lines === 1 ? 'in this line' : `and others in these ${count(facts.lines)} lines`} are digits of another script, which Strata does not read; the filing shows them.`,
  'document-is-not-read': (facts: {
    type: string | null
    filename: string | null
    format: string
    /** What the document is, where its first lines tell. */
    what: string | null
  }) =>
    `${cutText(facts.type ?? 'A document', LONGEST_QUOTE)}${facts.filename === null ? '' : ` (${cutText(facts.filename, LONGEST_QUOTE)})`} is ${facts.what ?? unreadFormats[facts.format] ?? 'not text'}; it is listed, not read.`,
  'cover-prints-several': (facts: { what: string; count: number; first: string }) =>
    `The cover prints ${count(facts.count)} ${facts.what}; the first, ${cutText(facts.first, LONGEST_QUOTE)}, is given.`,
  'cover-field-is-not-read': (facts: { what: string; printed: string | null }) =>
    facts.printed === null
      ? `The cover has a caption for the ${facts.what}, but nothing near it reads as one, so none is given.`
      : `The cover prints ${quote(facts.printed)} for the ${facts.what}, which Strata cannot read as one; it is not given.`,
  'registrant-has-no-role': (facts: { names: string[] }) =>
    facts.names.length === 1
      ? `The registrant is ${facts.names.map(quote).join()}. Nothing in the filing says that it is the depositor of a pool, so no depositor is given.`
      : `The registrants are ${facts.names.map(quote).join(' and ')}. Nothing in the filing says which of them is the depositor of a pool, so no depositor is given.`,
  'signature-is-not-read': (facts: { what: string }) =>
    `The filing is signed here, but the ${facts.what} cannot be made out, so it is not given.`,
} as const
export type IssueCode = keyof typeof issueWording

/** An issue with its wording. */
export function issue<C extends IssueCode>(
  code: C,
  facts: Parameters<(typeof issueWording)[C]>[0],
  at: Place | null,
): Issue {
  const word = issueWording[code] as (facts: unknown) => string
  return { code, message: word(facts), at }
}
