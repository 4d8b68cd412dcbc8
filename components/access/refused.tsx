import type { AccessRefusal } from '@/lib/access/judge-access.ts'
import { signInHref } from '@/lib/server/page-address.ts'
import { Message } from '../shell/message.tsx'

const words: Record<AccessRefusal, { title: string; says: string }> = {
  'sign-in-is-needed': { title: 'Sign in first', says: 'This page is for people with an account here.' },
  'link-opens-something-else': {
    title: 'Your link opens something else',
    says: 'A link opens the deal, the comparison or the search that it was made for, and nothing beside it. Sign in to see more.',
  },
  'role-is-missing': {
    title: 'You have no role here yet',
    says: 'You are signed in, and nobody has given you a role in this library. Whoever runs it can.',
  },
  'role-is-not-enough': {
    title: 'This page is not for your role',
    says: 'Some pages are for editors or owners of this library alone. Whoever runs it can give you another role.',
  },
}

/** What stands at an address that is not for whoever asks; the template makes it a page with status 403 (lib/server/finish-page.ts). */
export function Refused({ refusal, address }: { refusal: AccessRefusal; address: string }) {
  const { title, says } = words[refusal]
  const maySignIn = refusal === 'link-opens-something-else' || refusal === 'sign-in-is-needed'
  return (
    <Message title={title}>
      <template data-refused="" />
      <p className="mt-3 text-sm/6 text-ink-2">{says}</p>
      <p className="mt-6 flex flex-wrap gap-2">
        {maySignIn ? (
          <a href={signInHref(address)} className="button button-strong">
            Sign in
          </a>
        ) : (
          refusal === 'role-is-not-enough' && (
            <a href="/" className="button button-strong">
              Go to the library
            </a>
          )
        )}
      </p>
    </Message>
  )
}
