import { formatCount } from '@/lib/format/numbers.ts'

type Place = { line: number; lastLine?: number }
type OneCertificate = {
  source: { name: string; sha256: string }
  figures: readonly Place[]
  rows: readonly Place[]
  checks: readonly { outcome: string }[]
}

/** What a text needs of a certificate, or of several for one claim. */
export type Certified = { sentence: string; address: string } & (
  | OneCertificate
  | { certificates: readonly OneCertificate[] }
)

/**
 * What is copied with evidence: the claim, its address, of each filing its hash and lines, and where the certificate is.
 *
 * > Harbor Point 2001-4: Original LTV above 77: 16.48% to 53.10% of balance, …
 * > http://localhost:3000/deals/harbor-point-2001-4/ask/original-ltv?above=77
 * > filing.txt, SHA-256 b4c0…, lines 201–210
 * > Certificate, for verify.py or verify.mjs: http://localhost:3000/api/…
 */
export function evidenceText(certified: Certified, href: string): string {
  const { sentence, address } = certified
  const all = 'certificates' in certified ? certified.certificates : [certified]
  const sources = new Map(all.map(one => [one.source.sha256, one]))
  return [
    sentence,
    address,
    ...[...sources.values()].map(saySource),
    `Certificate, for verify.py or verify.mjs of an evidence pack: ${href}`,
  ].join('\n')
}

function saySource({ source: { name, sha256 }, figures, rows, checks }: OneCertificate): string {
  const failed = checks.filter(({ outcome }) => outcome === 'fail').length
  const checked = failed > 0 ? `, ${formatCount(failed)} of ${formatCount(checks.length)} checks fail` : ''
  return `${name}, SHA-256 ${sha256}, ${sayLines([...figures, ...rows])}${checked}`
}

/** > line 84   lines 84, 201 to 210 */
function sayLines(places: readonly Place[]): string {
  const lines = new Set<number>()
  for (const { line, lastLine = line } of places) for (let at = line; at <= lastLine; at++) lines.add(at)
  const rising = [...lines].sort((one, other) => one - other)
  const runs: [number, number][] = []
  for (const line of rising) {
    const last = runs.at(-1)
    if (last && line === last[1] + 1) last[1] = line
    else runs.push([line, line])
  }
  const said = runs.map(([from, to]) =>
    from === to ? formatCount(from) : `${formatCount(from)} to ${formatCount(to)}`,
  )
  return `${rising.length === 1 ? 'line' : 'lines'} ${said.join(', ')}`
}
