import type { Metadata } from 'next'
import { cache } from 'react'
import { getDeal, getPart, readNumber } from '@/app/asked-library.ts'
import { LedgerView } from '@/components/ledger/ledger-view.tsx'
import { NotHere } from '@/components/shell/not-here.tsx'
import { ledgerHref } from '@/lib/evidence/place-address.ts'
import DealNotFound from '../../not-found.tsx'
import { pickFiling } from '../../source/pick-filing.ts'

type Props = { params: Promise<{ slug: string; filing?: string[] }> }

/** Drawn for each request that reaches it; kept pages of deals never do (lib/server/kept-pages.ts). */
export const dynamic = 'force-dynamic'

/** The ledger at `[filing, [part]]`, each as an address has it. */
const findLedger = cache(async (slug: string, prefix: string | undefined, number = '1') => {
  const deal = await getDeal(slug)
  const sha256 = deal && pickFiling(deal, prefix)
  const part = sha256 ? await getPart(sha256, readNumber(number) ?? 0) : null
  return deal && part ? { deal, part } : null
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, filing } = await params
  const found = await findLedger(slug, filing?.[0], filing?.[1])
  if (!found) return { title: 'No such filing' }
  const { deal, part } = found
  const { report } = part
  const passed = report.checks.filter(({ outcome }) => outcome === 'pass').length
  return {
    title: `Verification ledger of ${deal.name}`,
    description: `${passed} of ${report.checks.length} checks pass: what the filing prints twice, or lets one compute, compared.`,
    alternates: {
      canonical: ledgerHref(
        slug,
        report.file.sha256 === deal.chosen && part.number === 1 ? null : report.file.sha256,
        null,
        part.number,
      ),
    },
  }
}

export default async function LedgerPage({ params }: Props) {
  const { slug, filing = [] } = await params
  const found = filing.length > 2 ? null : await findLedger(slug, filing[0], filing[1])
  return found ? (
    <LedgerView {...found} />
  ) : (
    <NotHere>
      <DealNotFound />
    </NotHere>
  )
}
