import { cutText } from './cut-text.ts'
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
    'The file is larger than 50 MB. Split the submission, or drop the exhibit with the pool tables alone.',
  'file-is-a-pdf':
    'This is a PDF. Strata reads the text and HTML that EDGAR keeps: on the filing’s page at sec.gov, save the complete submission (.txt) and drop that.',
  'file-is-binary':
    'This is not text. Strata reads filings as text or HTML: on the filing’s page at sec.gov, save the complete submission (.txt) and drop that.',
  'file-is-in-ebcdic':
    'This is text in EBCDIC, as mainframes keep it. Convert it to ASCII or UTF-8, with line ends, and drop that; or on the filing’s page at sec.gov, save the complete submission (.txt).',
  'file-is-not-a-filing':
    'Nothing in this file looks like an SEC filing or an exhibit with tables. Drop the filing’s text or HTML as EDGAR keeps it.',
  'upload-is-too-large':
    'Together these files are larger than 500 MB. What came before is kept; drop the others again in smaller lots.',
  'upload-has-too-many-files':
    'More than 500 files came at once. The first 500 were read; drop the others again in smaller lots.',
  'upload-was-cut-off':
    'The upload broke off, or nothing more came of it for a minute, before this file was whole. Nothing of it was kept; drop it again.',
  'upload-is-no-whole-form':
    'What arrived is no form, or ends before its form does, so this file was not whole. Nothing of it was kept; drop it again. From a script: send multipart/form-data, up to its last boundary.',
  'upload-came-while-busy':
    'Strata holds as many files as it can at this moment, so this one was not taken. Nothing of it was kept; drop it again in a minute.',
  'archive-is-damaged':
    'This is damaged or incomplete: it does not unpack to what its archive says. Download or pack the archive again and drop that.',
  'archive-is-encrypted':
    'This is locked with a password. Unpack the archive with its password and drop the files inside.',
  'archive-packing-is-unknown':
    'This is packed in a way that Strata does not open. Unpack the archive and drop the files inside, or pack them as an ordinary zip.',
  'archive-holds-too-much':
    'An archive is opened up to 2,000 files and 500 MB; this is beyond that. Unpack the archive and drop what is missing in smaller lots.',
  'archive-opens-too-far':
    'This would open to more than 250 times its packed size, as no filing does, so it was not opened. Unpack the archive and drop the file itself.',
  'archive-entries-overlap':
    'Files in this archive share the same bytes, as no packer writes them, so those were not opened. If you have the files, pack them again as an ordinary zip and drop that.',
  'archive-is-padded':
    'This is much longer packed than what is in it, as no packer makes it, so it was not opened. If you have the file itself, drop that.',
  'archive-list-is-too-long':
    'The list of the files in this archive is longer than any packer makes it for 2,000 files, so it was not followed to its end. Unpack the archive and drop what is missing in smaller lots.',
  'archive-holds-no-filing':
    'There is no file in this archive. Pack the filings as text or HTML and drop that, or drop them as they are.',
  'archive-in-archive':
    'This is an archive inside an archive, and those are not opened. Unpack it and drop what is inside.',
  'reading-took-too-long':
    'Reading this file took longer than a file of its size may take, so it was stopped. Nothing of it was kept. Drop the exhibit with the pool tables alone.',
  'reading-took-too-much-memory':
    'Reading this file took more memory than one file may take, so it was stopped. Nothing of it was kept. Drop the exhibit with the pool tables alone.',
  'reading-failed':
    'Strata met a fault of its own in reading this file, and nothing of it was kept. The file may well be good: the server’s log tells the cause to whoever runs Strata.',
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
  xml: 'XML data',
}

/** Characters of a printed text in a message; its place shows the rest. Longer headers and titles are rare. */
const LONGEST_QUOTE = 160

/** A printed text in quotation marks. */
const quote = (text: string) => `“${cutText(text, LONGEST_QUOTE)}”`

/** > a, b or c */
function listNames(names: readonly string[]): string {
  return new Intl.ListFormat('en', { type: 'disjunction' }).format(names)
}

/**
 * Wording of the reader's issues, by code: one function a code, given just its own facts.
 * Add a code here, raise it with `issue(code, facts, at)`.
 */
export const issueWording = {
  'column-is-not-understood': (facts: { header: string }) =>
    `The column ${quote(facts.header)} is not a known measure; its figures are not read.`,
  'column-repeats-a-measure': (facts: { header: string; first: string }) =>
    `The column ${quote(facts.header)} measures the same as ${quote(facts.first)} before it; the figures of the first are read.`,
  'figures-contradict-header': (facts: { header: string }) =>
    `What stands under ${quote(facts.header)} cannot be what the header says, by its form, size, signs or sum; it is not read.`,
  'header-may-head-another-column': (facts: { header: string }) =>
    `${quote(facts.header)} stands so that it may head a neighbouring column; the figures under it are not read.`,
  'extreme-or-average-is-not-certain': (facts: { header: string }) =>
    `${quote(facts.header)} may be the extreme among the loans of each row, or the average of what they allow: no total between its rows shows the average; the figures under it are not read.`,
  'figure-may-be-of-another-column': (facts: { printed: string }) =>
    `${quote(facts.printed)} stands so that a neighbouring column may be meant; it is not read.`,
  'label-may-hold-figures': (facts: { label: string }) =>
    `The label ${quote(facts.label)} holds figures that seem to be of the columns; the row may be read wrong.`,
  'words-may-head-rows': (facts: { words: string; label: string; isHeading: boolean }) =>
    `${quote(facts.words)} stands next to the row ${quote(facts.label)}, and nothing shows whether it heads rows or is a part of that label; it is read as ${facts.isHeading ? 'a heading' : 'a part of the label'}.`,
  'row-may-be-of-no-group': (facts: { label: string; heading: string }) =>
    `Nothing shows whether the row ${quote(facts.label)} is one of those under ${quote(facts.heading)} or stands below them for itself; it is given without a heading.`,
  'value-is-not-readable': (facts: { printed: string; header: string }) =>
    `${quote(facts.printed)} under ${quote(facts.header)} is not a figure Strata can read.`,
  'title-is-not-a-known-dimension': (facts: { title: string }) =>
    `${quote(facts.title)} is not a known dimension; the table is kept under its title.`,
  'columns-are-not-read': (facts: { read: number }) =>
    `The table is wider than any that Strata reads: of its columns the first ${facts.read} are read. The filing shows the others.`,
  'table-is-too-large': (facts: { rows: number; columns: number }) =>
    `The table has ${facts.rows} rows and ${facts.columns} columns, more than Strata holds at once; it is not read. The filing shows it.`,
  'tables-are-left-out': (facts: { tables: number }) =>
    `${facts.tables === 1 ? 'A table is' : `${facts.tables} tables are`} left out of the report, which is as large as one of this file may be. The filing shows ${facts.tables === 1 ? 'it' : 'them'}.`,
  'more-issues-alike': (facts: { more: number; message: string }) =>
    `${facts.more} more of the table are not listed one by one. The first of them: ${facts.message}`,
  'text-is-cut': (facts: { printed: string; characters: number }) =>
    `${quote(facts.printed)} is longer than ${facts.characters} characters; its beginning is given. The filing shows the rest.`,
  'scale-is-not-certain': (facts: { header: string }) =>
    `Words above the column ${quote(facts.header)} tell a scale (thousands, millions, years) that its figures do not bear out; they are not read.`,
  'range-scale-is-not-certain': (facts: { title: string }) =>
    `${quote(facts.title)} tells a scale (thousands, millions, years), and nothing shows that it is meant for the row labels too; their ranges are not given.`,
  'label-is-not-a-range': (facts: { label: string }) =>
    `${quote(facts.label)} is not read as a range; the row is kept under its label.`,
  'dimension-is-not-certain': (facts: { title: string; names: readonly string[]; why: string }) =>
    `${quote(facts.title)} could name ${listNames(facts.names)}. ${facts.why} The table is kept under its title.`,
  'pool-is-not-printed': (facts: { groups: readonly string[] }) =>
    `The tables under ${facts.groups.map(quote).join(', ')} are of different loans, and none is of all of them: no figures of a whole pool are given.`,
  'table-is-of-other-loans': (facts: { title: string; other: string }) =>
    `The rows of ${quote(facts.title)} add up, but to another total than those of ${quote(facts.other)}: it is of a part of the pool or of other loans, and is not compared with it.`,
  'region-is-too-wide': (facts: { lines: number; columns: number; characters: number }) =>
    `${facts.lines === 1 ? 'A line prints' : `${facts.lines} lines print`} figures in columns beyond the ${facts.columns} columns or ${facts.characters} characters of the widest table that Strata reads; the figures are not read. The filing shows them.`,
  'nuls-are-left-out': (facts: { count: number }) =>
    `The file holds ${facts.count === 1 ? 'a NUL character, which prints' : `${facts.count} NUL characters, which print`} nothing; the lines are read without ${facts.count === 1 ? 'it' : 'them'}. The first stood here.`,
  'controls-are-left-out': (facts: { count: number }) =>
    `The file holds ${facts.count === 1 ? 'a control character, which prints' : `${facts.count} control characters, which print`} nothing; the lines are read without ${facts.count === 1 ? 'it' : 'them'}. The first stood here.`,
  'invisible-characters-are-left-out': (facts: { count: number }) =>
    `The file holds ${facts.count === 1 ? 'an invisible character' : `${facts.count} invisible characters`}, such as soft hyphens and marks without width; the lines are read without ${facts.count === 1 ? 'it' : 'them'}. The first stood here.`,
  'file-ends-inside-a-character': (facts: { encoding: string }) =>
    `The file ends in the middle of a character of ${facts.encoding.toUpperCase()}: it was cut off, and what is missing at its end is not known.`,
  'characters-are-printed-over-others': (facts: { count: number }) =>
    `Backspaces (${facts.count} in the file) print characters over others; the lines are read as they look on paper. The first is this line.`,
  'digits-are-of-another-script': (facts: { printed: string; lines: number }) =>
    `${quote(facts.printed)} ${facts.lines === 1 ? 'in this line' : `and others in these ${facts.lines} lines`} are digits other than 0 to 9, of another width or script; they are read as 0 to 9.`,
  'digits-are-not-read': (facts: { printed: string; lines: number }) =>
    `${quote(facts.printed)} ${facts.lines === 1 ? 'in this line' : `and others in these ${facts.lines} lines`} are digits other than 0 to 9, which Strata does not read; the filing shows them.`,
  'document-is-not-read': (facts: { type: string | null; filename: string | null; format: string }) =>
    `${cutText(facts.type ?? 'A document', LONGEST_QUOTE)}${facts.filename === null ? '' : ` (${cutText(facts.filename, LONGEST_QUOTE)})`} is ${unreadFormats[facts.format] ?? 'not text'}; it is listed, not read.`,
  'cover-prints-several': (facts: { what: string; count: number; first: string }) =>
    `The cover prints ${facts.count} ${facts.what}; the first, ${cutText(facts.first, LONGEST_QUOTE)}, is given.`,
  'cover-field-is-not-read': (facts: { what: string; printed: string | null }) =>
    facts.printed === null
      ? `The cover has a caption for the ${facts.what}, and nothing about it reads as one; it is not given.`
      : `The cover prints ${quote(facts.printed)} for the ${facts.what}, which is none that Strata reads; it is not given.`,
  'signature-is-not-read': (facts: { what: string }) =>
    `The filing is signed here, and the ${facts.what} could not be told from what is printed; it is not given.`,
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
