import type { Metadata } from 'next'
import { admitting, presentAsker } from '@/app/admitted.tsx'
import NotFound from '@/app/not-found.tsx'
import { SignInView } from '@/components/access/sign-in-view.tsx'
import { NotHere } from '@/components/shell/not-here.tsx'
import { localAddress } from '@/lib/server/page-address.ts'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = { title: 'Sign in', robots: { index: false } }

/** Where people sign in, and are then led to where they wanted to go; there is no such page where nobody is asked who they are. */
export default admitting('nothing', async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const asker = await presentAsker()
  if (asker === null)
    return (
      <NotHere>
        <NotFound />
      </NotHere>
    )
  const { to, problem } = await searchParams
  return (
    <SignInView
      asker={asker}
      by={process.env.STRATA_AUTH === 'oidc' ? 'provider' : 'proxy'}
      to={localAddress([to].flat()[0])}
      problem={[problem].flat()[0]}
    />
  )
})
