import type { ReactNode } from 'react'
import { listHref } from '@/lib/addresses/place-address.ts'
import { findFacts } from '@/lib/evidence/deal-facts.ts'
import { formatBytes, formatCount, formatDate } from '@/lib/format/index.ts'
import type { PartCounts } from '@/lib/library/index.ts'
import type { ExhibitMedium, FilingReport } from '@/lib/report.ts'
import type { LinkPlace } from './place-link.ts'

type Props = { home: string; report: FilingReport; lists: PartCounts['lists']; link: LinkPlace }

/** What the filing gave although it has no table, in one short list. */
export function WhatWasRead({ home, report, lists, link }: Props) {
  const { deal, coverage, file } = report
  const { signatory, signedOn } = deal
  return (
    <section aria-labelledby="read">
      <h3 id="read">What the filing does say</h3>
      <dl className="was-read">
        <Row name="Facts">{findFacts(deal).length}, each with its line</Row>
        {deal.items.length > 0 && (
          <Row name="Items">
            {deal.items.map(({ number, title }, index) => (
              <span key={number.value}>
                {index > 0 && '; '}
                <a {...link(number.at)}>
                  {number.value} {title?.value}
                </a>
              </span>
            ))}
            {lists.items && (
              <>
                {'; '}
                <a href={listHref(home, 'items')}>all {formatCount(lists.items.count)} items</a>
              </>
            )}
          </Row>
        )}
        <Row name="Exhibits">{sayExhibits(report, lists.exhibits?.count)}</Row>
        {signatory && (
          <Row name="Signature">
            <a {...link(signatory.at)}>{signatory.value}</a>
            {signedOn && <>, {formatDate(signedOn.value)}</>}
          </Row>
        )}
        <Row name="Lines">
          {formatCount(coverage.lines - coverage.blank - coverage.unexplained)} read,{' '}
          {formatCount(coverage.blank)} blank, {formatCount(coverage.unexplained)} unexplained
        </Row>
        <Row name="File">
          {file.name}, {formatBytes(file.bytes)}
        </Row>
        <Row name="Fingerprint">
          SHA-256 {file.sha256.slice(0, 8)}…{file.sha256.slice(-4)}
        </Row>
      </dl>
    </section>
  )
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** > 2 listed, 2 on paper, 0 included */
function sayExhibits({ deal: { exhibits } }: FilingReport, all: number | undefined): string {
  if (exhibits.length === 0) return 'none listed'
  if (all) return `${formatCount(all)} listed`
  const count = (medium: ExhibitMedium) => exhibits.filter(exhibit => exhibit.medium?.value === medium).length
  return `${formatCount(exhibits.length)} listed, ${formatCount(count('paper'))} on paper, ${formatCount(count('included'))} included`
}
