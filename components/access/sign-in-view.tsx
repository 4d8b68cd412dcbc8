import type { Asker } from '@/lib/access/asker.ts'
import { Message } from '../shell/message.tsx'

type Props = {
  asker: Asker
  /** Where to go on. */
  to: string
}

/** The way in, and what to do where it does not open. */
export function SignInView({ asker, to }: Props) {
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
      <p className="mt-3 text-sm/6 text-ink-2">
        This library is for people who sign in, and the server in front of it did not say who you are. Open
        Strata at the address that your organisation gave you.
      </p>
    </Message>
  )
}
