import { remember } from '../remember.ts'

const GROUP =
  /\b(?:(?:Loan|LOAN|Collateral|COLLATERAL|Mortgage|MORTGAGE|Asset|ASSET) ?)?(?:(?:Sub|SUB)-? ?)?(?:Group|GROUP|group|Pool|POOL|pool) (?:No\. ?|#)?(?!(?:AS|AT|BE|BY|DO|GO|HE|IF|IN|IO|IS|IT)\b)(?:[IVX]{1,4}|(?!(?:19|20)\d\d\b)\d{1,4}|[A-H]|One|ONE|Two|TWO|Three|THREE|Four|FOUR|Five|FIVE|Six|SIX)(?:-?[A-Z1-9]|\([A-H]\)| [A-H]$)?(?![\w.,]?\w)/
const KIND = /\b(?:fixed|adjustable|arm|variable|hybrid)(?:[- ]rate)? (?:mortgage )?(?:loans|group)\b/i
const AGGREGATE =
  /\b(?:aggregate|total|entire|all|combined|statistical(?: calculation)?) (?:mortgage )?(?:loan )?(?:pool|collateral|loans|mortgage loans)\b|^(?:aggregate|total|all groups)$|^(?:the )?(?:total|all|aggregate|combined|entire)(?: [a-z-]+){0,3} (?:pool|collateral|loans|receivables|contracts|leases|assets|groups)$/i

/** Right behind a group: another one, whose loans are told of together with it. */
const TOGETHER = /^(?:,? and|,| &| plus) /i

/** Right before a group that the loans are not of. */
const NOT_OF =
  /\b(?:excluding|except(?:ing)?(?: for)?|other than|without|not (?:in|of)) (?:the )?(?:loans (?:in|of) )?$/i

/** What a line says of the loan group: its name, that it is the whole pool, or nothing. */
export type Said = { group: string | null } | null

/** What a line says. A number tells a group most surely; "Group 1 Adjustable Rate Mortgage Loans" is a part of it, named in full. */
export const sayGroup = remember((text): Readonly<Said> => {
  const group = GROUP.exec(text)
  if (group !== null && NOT_OF.test(text.slice(0, group.index))) return null
  const kind = KIND.exec(text)
  if (group !== null && isWithAnother(text.slice(group.index + group[0].length))) return { group: null }
  if (group !== null)
    return { group: kind !== null && kind.index > group.index ? `${group[0]} ${kind[0]}` : group[0] }
  if (kind !== null) return { group: kind[0] }
  return AGGREGATE.test(text) ? { group: null } : null
})

/** "Group 1 and Group 2 Mortgage Loans" are no group's. What follows the first is given. */
function isWithAnother(rest: string): boolean {
  const joint = TOGETHER.exec(rest)
  return joint !== null && GROUP.exec(rest)?.index === joint[0].length
}

/** The same of a header, where only a number counts. */
export const sayNumbered = remember((header): Readonly<Said> => {
  const group = GROUP.exec(header)
  return group === null ? null : { group: group[0] }
})

const ALL_GROUPS = new RegExp(GROUP, 'g')

/** Does a text name more than one numbered group? */
export function namesSeveral(text: string): boolean {
  const names = [...text.matchAll(ALL_GROUPS)].map(([name]) =>
    name.toLowerCase().replace(/^(?:loan|mortgage|collateral|asset) /, ''),
  )
  return new Set(names).size > 1
}

/** A title without the name of a kind of loans in it, whose words may be those of a dimension: `… in Fixed Rate Loans`. */
export function withoutKind(title: string): string {
  return title.replace(KIND, '').trim()
}

/** Is the line nothing but the name of a loan group? */
export function isGroupHeading(text: string): boolean {
  const said = sayGroup(text)
  return said?.group != null && text.replace(/[^A-Za-z0-9]/g, '').length <= said.group.length + 15
}
