import { isGuarded } from '../access/access-settings.ts'
import type { ActCode } from '../access/acts.ts'
import type { Asker } from '../access/asker.ts'
import { getLibrary } from '../library/index.ts'
import { faultCodeOf } from '../library-faults.ts'
import { askerOf } from './guarded.ts'

/** The header that says from which address a request comes, where people sign in. */
export const clientHeader = 'strata-client'

/** What owners read of whoever asked. */
export function nameAsker({ person, links }: Asker): string {
  if (person) return person.id
  const [link] = links
  return link ? `link ${link.id}` : 'nobody'
}

/** In characters: of many names the first say enough. */
const longestDetail = 400

/**
 * Note what somebody did, for the owners to read, where people sign in. What was done stays done where that fails; the log
 * then says why.
 */
export async function noteAct(
  request: Request,
  what: ActCode,
  detail: string,
  who = nameAsker(askerOf(request)),
): Promise<void> {
  if (!isGuarded()) return
  await writeAct({ who, client: request.headers.get(clientHeader) ?? '', what, detail })
}

export async function writeAct(act: {
  who: string
  client: string
  what: ActCode
  detail: string
}): Promise<void> {
  try {
    const detail = act.detail.length > longestDetail ? `${act.detail.slice(0, longestDetail)}…` : act.detail
    await (await getLibrary()).access.noteAct({ ...act, detail: detail.replaceAll('\0', '') })
  } catch (fault) {
    if (faultCodeOf(fault) === null) console.error('Noting what somebody did failed:', fault)
  }
}
