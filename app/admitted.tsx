import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache, type ReactNode } from 'react'
import { Refused } from '@/components/access/refused.tsx'
import { isGuarded } from '@/lib/access/access-settings.ts'
import type { Asker } from '@/lib/access/asker.ts'
import { mayDo } from '@/lib/access/judge-access.ts'
import { askerHeader, openAsker } from '@/lib/access/sealed-asker.ts'
import { type Access, refuseAccess } from '@/lib/server/guarded.ts'
import { pageAddressHeader, signInHref } from '@/lib/server/page-address.ts'

/** Who asks for the page that is drawn; null where nobody is asked who they are, and everybody may do everything. */
export const presentAsker = cache(async (): Promise<Asker | null> => (isGuarded() ? await readAsker() : null))

async function readAsker(): Promise<Asker> {
  return openAsker((await headers()).get(askerHeader))
}

/** True where people sign in, and whoever asks may make links. */
export async function mayShare(): Promise<boolean> {
  const asker = await presentAsker()
  return asker !== null && mayDo(asker, 'edit')
}

type Page<P> = (props: P) => ReactNode | Promise<ReactNode>

/**
 * A page that checks who asks before it does anything: who is not known is led to where they sign in, and whom the page is not
 * for reads why.
 */
export function admitting<P>(access: Access<[P]>, page: Page<P>): (props: P) => Promise<ReactNode> {
  return async props => {
    const refusal = await refuseAccess(readAsker, access, props)
    if (refusal === null) return await page(props)
    const address = (await headers()).get(pageAddressHeader)
    if (refusal === 'sign-in-is-needed') redirect(signInHref(address ?? '/'))
    return <Refused refusal={refusal} address={address ?? '/'} />
  }
}

/** What the head of such a page says: nothing of what is on it to whom it is not for. */
export function titling<P>(access: Access<[P]>, title: (props: P) => Promise<Metadata>) {
  return async (props: P): Promise<Metadata> => {
    const refusal = await refuseAccess(readAsker, access, props)
    return refusal === null ? await title(props) : { title: 'Not for you', robots: { index: false } }
  }
}

type DealProps = { params: Promise<{ slug: string }> }

/** A page of a deal, which links to the deal open. */
export async function ofDealPage({ params }: DealProps) {
  return { deal: (await params).slug }
}

type Query = Record<string, string | string[] | undefined>

/** What follows the question mark, a pair for each value. */
export function pairsOf(query: Query): [string, string][] {
  return Object.entries(query).flatMap(([name, values]) =>
    [values ?? []].flat().map((value): [string, string] => [name, value]),
  )
}
