import type { SignOut } from '@/lib/access/access-settings.ts'
import type { Asker } from '@/lib/access/asker.ts'
import { mayDo } from '@/lib/access/judge-access.ts'
import { PersonIcon } from '../shell/icons.tsx'

/** Who is signed in, and the way out; who is not finds the way in. */
export function Account({ asker, signOut }: { asker: Asker; signOut: SignOut }) {
  const { person } = asker
  if (person === null)
    return (
      <a href="/sign-in" className="button ml-1 sm:ml-3">
        Sign in
      </a>
    )
  return (
    <details className="menu account" name="menu">
      <summary className="button max-sm:w-8 max-sm:px-0">
        <PersonIcon className="sm:hidden" />
        <span className="max-sm:sr-only">{person.name}</span>
      </summary>
      <div className="menu-list">
        <p>
          {person.name}
          <span>{person.role === null ? 'No role yet' : `Signed in as ${person.role}`}</span>
        </p>
        {mayDo(asker, 'edit') && <a href="/share">Links that were made</a>}
        {mayDo(asker, 'own') && <a href="/log">Who did what</a>}
        {signOut && <Leave signOut={signOut} />}
      </div>
    </details>
  )
}

function Leave({ signOut }: { signOut: NonNullable<SignOut> }) {
  if ('address' in signOut) return <a href={signOut.address}>Sign out</a>
  return (
    <form action={signOut.call} method="post" data-needs="nothing">
      <button type="submit">Sign out</button>
    </form>
  )
}
