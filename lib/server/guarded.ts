import { isGuarded } from '../access/access-settings.ts'
import type { Asker } from '../access/asker.ts'
import { type AccessRefusal, judgeAccess } from '../access/judge-access.ts'
import type { Thing } from '../access/opened-by-link.ts'
import type { Need } from '../access/role.ts'
import { askerHeader, openAsker } from '../access/sealed-asker.ts'
import { faultCodeOf } from '../library-faults.ts'
import { answerError } from './service-errors.ts'

/**
 * What a call or a page asks of whoever asks for it; where links can open it, what it is to look at, which may take a look
 * at the library. Every handler says so, and checks it before it does anything.
 */
export type Access<A extends unknown[]> = Need | ((...asked: A) => Need | Thing | Promise<Need | Thing>)

/** Why something is not for whoever asks; null where it is, and wherever nobody is asked who they are. */
export async function refuseAccess<A extends unknown[]>(
  findAsker: () => Asker | Promise<Asker>,
  access: Access<A>,
  ...asked: A
): Promise<AccessRefusal | null> {
  if (!isGuarded()) return null
  const given = typeof access === 'function' ? await access(...asked) : access
  if (typeof given === 'string') return judgeAccess(await findAsker(), given, null)
  return judgeAccess(await findAsker(), 'look', given)
}

/** Who makes a request, as the server that has its connection says; nobody is asked where STRATA_AUTH is not set. */
export function askerOf({ headers }: Request): Asker {
  return openAsker(headers.get(askerHeader))
}

/**
 * A handler that checks who asks, and whose faults are answered: what is wrong with the library by its code, for the library
 * has logged the cause; anything else is told to whoever runs the service, and to the caller only as `service-failed`.
 */
export function guarded<A extends [Request, ...unknown[]]>(
  access: Access<A>,
  handle: (...args: A) => Promise<Response>,
) {
  return async (...args: A): Promise<Response> => {
    try {
      const refusal = await refuseAccess(() => askerOf(args[0]), access, ...args)
      return refusal ? answerError(refusal) : await handle(...args)
    } catch (fault) {
      const code = faultCodeOf(fault)
      if (code === null) console.error(fault)
      return answerError(code ?? 'service-failed')
    }
  }
}
