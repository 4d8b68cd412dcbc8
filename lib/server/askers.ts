import type { AccessSettings } from '../access/access-settings.ts'
import type { Asker } from '../access/asker.ts'
import type { Library } from '../library/index.ts'
import { clientAddress, type ProxyRules } from './client-address.ts'
import { askerFinder, type FindAsker } from './find-asker.ts'
import { nameAsker, writeAct } from './note-act.ts'
import { limitRefusals } from './refused-acts.ts'

type Heard = Parameters<FindAsker>[0]

/** What answering requests needs where people sign in: who asks, from where, and a note of those who were refused. */
export function watchAskers(
  { access, proxies }: { access: AccessSettings; proxies: ProxyRules },
  library: Pick<Library, 'access'>,
) {
  const { findLink, findSessionsEnd } = library.access
  const limit = limitRefusals()
  const seen = new Map<string, number>()
  const findAsker = askerFinder({ access, proxies, findLink, findSessionsEnd })
  const clientOf = (request: Heard) => clientAddress(request, proxies).address

  /** Behind a proxy nobody signs in here: whoever is seen for the first time in half a day has. */
  function noteFirst({ person }: Asker, client: string): void {
    if (person?.by !== 'proxy' || (seen.get(person.id) ?? 0) > Date.now() - halfDayMs) return
    if (seen.size >= mostSeen) seen.clear()
    seen.set(person.id, Date.now())
    void writeAct({ who: person.id, client, what: 'signed-in', detail: person.role ?? 'no role' })
  }

  return {
    clientOf,
    findAsker: async (request: Heard) => {
      const asker = await findAsker(request)
      if (asker) noteFirst(asker, clientOf(request))
      return asker
    },
    noteRefusal: (asker: Asker, client: string, what: string) => {
      const who = nameAsker(asker)
      const leftOut = limit(`${who} ${client}`)
      if (leftOut === null) return
      const more = leftOut > 0 ? `; ${leftOut} refusals before it are not listed` : ''
      void writeAct({ who, client, what: 'refused', detail: `${what}${more}` })
    },
  }
}

const halfDayMs = 12 * 3_600_000
const mostSeen = 10_000
