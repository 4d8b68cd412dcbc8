import type { Metadata } from 'next'
import { cache } from 'react'
import { admitting, ofDealPage, titling } from '@/app/admitted.tsx'
import { getDeal, getPart, readNumber } from '@/app/asked-library.ts'
import { LedgerView } from '@/components/ledger/ledger-view.tsx'
import { RowChecksView } from '@/components/ledger/row-checks-view.tsx'
import { ledgerHref, rowChecksHref } from '@/lib/addresses/place-address.ts'
import { formatCount } from '@/lib/format/index.ts'
import { rowsList } from '@/lib/library/index.ts'
import { nothingHere } from '../../nothing-here.tsx'
import { pickFiling } from '../../source/pick-filing.ts'

type Props = { params: Promise<{ slug: string; filing?: string[] }> }

/** Drawn for each request that reaches it; kept pages of deals never do (lib/server/site-pages.ts). */
export const dynamic = 'force-dynamic'

/**
 * The ledger at an address: of a filing, of a part of it by number, or the checks of some rows of a long table by its id.
 *
 * > ledger    ledger/0c1d2e3f4a5b    ledger/0c1d2e3f4a5b/2    ledger/0c1d2e3f4a5b/postal-code/7
 */
const findLedger = cache(async (slug: string, prefix?: string, which = '1', page = '1') => {
  const deal = await getDeal(slug)
  const sha256 = deal && pickFiling(deal, prefix)
  if (!sha256) return null
  const number = readNumber(which)
  const part =
    number === null
      ? await getPart(sha256, readNumber(page) ?? 0, rowsList(which))
      : page === '1'
        ? await getPart(sha256, number)
        : null
  return part && { deal, part }
})

async function findAsked({ params }: Props) {
  const { slug, filing = [] } = await params
  const [prefix, which, page] = filing
  return filing.length > 3 ? null : await findLedger(slug, prefix, which, page)
}

export const generateMetadata = titling(ofDealPage, async (props: Props): Promise<Metadata> => {
  const found = await findAsked(props)
  if (!found) return { title: 'No such filing' }
  const { deal, part } = found
  const { passed, failed } = part.counts.checks
  return {
    title: `Verification ledger of ${deal.name}`,
    description: `${formatCount(passed)} of ${formatCount(passed + failed)} checks pass: what the filing prints twice, or lets one compute, compared.`,
    alternates: { canonical: addressOf(found) },
  }
})

function addressOf({ deal, part }: NonNullable<Awaited<ReturnType<typeof findAsked>>>): string {
  const { sha256 } = part.report.file
  const [table] = part.report.stratifications
  if (part.list !== '') return rowChecksHref(deal.slug, sha256, table?.id ?? '', part.number)
  return ledgerHref(deal.slug, sha256 === deal.chosen && part.number === 1 ? null : sha256, null, part.number)
}

export default admitting(ofDealPage, async function LedgerPage(props: Props) {
  const found = await findAsked(props)
  if (!found) return await nothingHere((await props.params).slug)
  return found.part.list === '' ? <LedgerView {...found} /> : <RowChecksView {...found} />
})
