import { formatCount, formatCountOf } from '../../format/index.ts'

/** What a pack is of. */
export type PackSubject = {
  deal: string
  /** The deal's address, whole. */
  address: string
  original: string
  sha256: string
  figures: number
  checks: { passed: number; failed: number }
  transcript: boolean
  /** How many notes people wrote. */
  notes: number
}

/** What stands in a pack and how it is checked, for people who never heard of Strata. */
export function readmeText(subject: PackSubject): string {
  const { deal, address, original, sha256, figures, checks, transcript, notes } = subject
  const file = (name: string, text: string) => `  ${name.padEnd(18)} ${text}`
  return `EVIDENCE OF ${deal.toUpperCase()}

This folder holds a filing as it was added to Strata, what was read of it, and the means to check both without Strata, without a
network and without anybody's word: ${formatCountOf(figures, 'printed figure')} with ${figures === 1 ? 'its place' : 'their places'}, and ${formatCountOf(checks.passed + checks.failed, 'check')}
of figures against each other, of which ${formatCount(checks.failed)} ${checks.failed === 1 ? 'fails' : 'fail'}. It was made from ${address}

TO CHECK IT, with Python 3 or with Node (18 or later), in this folder:

  python3 verify.py
  node verify.mjs

Either one is enough; both do the same. They end with 0 where everything holds, and with 1 where anything does not, and say what.

WHAT THEY CHECK

1. Every file is the one that was packed (SHA256SUMS).
2. Every figure stands in the original at its line and columns. Lines and columns count from 1, in the original's text.
3. Its digits read as the value that is given for it.
4. Every check comes to its two figures, step by step from printed figures, and its outcome follows from them and the
   difference that is allowed.
5. report.json gives the same figures and checks as evidence.json.

WHAT THEY CANNOT CHECK

- That the original is the one that was filed: compare its SHA-256 with that of a copy of your own.
  ${sha256}
- That a figure stands under the heading that it is given for: open the original at its line.
- How large a difference may be, which follows from how many decimals are printed: each check gives it.
- What else report.json says beyond its hash: labels, ranges, facts of the deal, pool figures and issues.
- ledger.html and tables/ beyond their hashes: they are the same figures for people and spreadsheets.
${notes === 0 ? '' : '- notes.csv beyond its hash: it says what people wrote, not what the filing says.\n'}  Texts there that a spreadsheet could take for a formula begin with an apostrophe.

WHAT IS HERE

${file('original/', `the filing, byte for byte: ${original}`)}
${transcript ? `${file('transcript.txt', 'its lines as printed: the original holds characters that print nothing or print over others')}\n` : ''}${file('report.json', 'all that was read of it')}
${file('ledger.html', 'every check with its two figures, for any browser')}
${file('tables/', 'each table as CSV')}${notes === 0 ? '' : `\n${file('notes.csv', 'what people noted on the deal and on this filing, in their own words')}`}
${file('evidence.json', 'figures with their places and text, checks with their steps')}
${file('verify.py', 'the checks, in plain Python 3')}
${file('verify.mjs', 'the same, in plain Node')}
${file('SHA256SUMS', 'the hash of each file; also for: sha256sum -c SHA256SUMS')}
`
}
