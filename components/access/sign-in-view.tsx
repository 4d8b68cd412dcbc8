import type { Asker } from '@/lib/access/asker.ts'
import { Message } from '../shell/message.tsx'

type Props = {
  asker: Asker
  /** Who says who somebody is. */
  by: 'provider' | 'proxy'
  /** Where to go on. */
  to: string
  problem: string | undefined
}

/** The way in, and what to do where it does not open. */
export function SignInView({ asker, by, to, problem }: Props) {
  const { person } = asker
  if (person)
    return (
      <Message title="You are signed in">
        <p className="mt-3 text-sm/6 text-ink-2">
          As <b className="font-semibold text-ink">{person.name}</b>
          {person.role === null
            ? ', and nobody has given you a role in this library. Whoever runs it can.'
            : `, ${person.role}.`}
        </p>
        {person.role !== null && (
          <p className="mt-6">
            <a href={to} className="button button-strong">
              Go on
            </a>
          </p>
        )}
      </Message>
    )
  return (
    <Message title="Sign in to Strata">
      {problem !== undefined && (
        <p role="alert" className="ask-problem mt-3">
          {problems[problem] ?? problems.failed}
        </p>
      )}
      <p className="mt-3 text-sm/6 text-ink-2">
        {by === 'provider'
          ? 'This library is for people who sign in. Your organisation’s own page asks who you are and leads back here; Strata never sees your password.'
          : 'This library is for people who sign in, and the server in front of it did not say who you are. Open Strata at the address that your organisation gave you.'}
      </p>
      {by === 'provider' && (
        <p className="mt-6">
          <a href={`/api/sign-in?to=${encodeURIComponent(to)}`} className="button button-strong">
            Sign in
          </a>
        </p>
      )}
      <p className="mt-6 max-w-[60ch] text-xs/5 text-ink-3">
        Somebody sent you a link? Open it as it came, with all that stands after the question mark. It may
        have expired or been withdrawn: whoever sent it can make another.
      </p>
    </Message>
  )
}

const problems: Record<string, string> & { failed: string } = {
  failed: 'Signing in did not work. Try again; if it happens again, the server’s log says why.',
  late: 'Signing in took too long, or was begun in another window. Try again.',
  denied: 'Your organisation’s page did not let you in.',
  unreachable:
    'Your organisation’s page that asks who you are cannot be reached just now. Try again in a while.',
  link: 'This link has expired, was withdrawn, or is not whole.',
}
