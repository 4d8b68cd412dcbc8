/** A name that filings print in several ways for the same rows of a dimension. */
export type RowName = { id: string; name: string; dimension: string; words: RegExp }

/** Words right before a name that say it is not meant. */
const DENYING = String.raw`(?<!\b(?:no|non|not)[- ]*)`

const named = (dimension: string, id: string, name: string, words: RegExp): RowName => ({
  id,
  name,
  dimension,
  words: new RegExp(`${DENYING}(?:${words.source})`, 'gi'),
})

/** The names that rows of several deals are brought to, in the order they are shown. */
export const rowNames: readonly RowName[] = [
  named('purpose', 'purchase', 'Purchase', /\bpurchas\w*\b|\bacquisition\b/),
  named(
    'purpose',
    'cash-out',
    'Cash-out refinance',
    /(?<!\blimited[- ]*)\bcash[- ]?out\b|\bequity(?:[- ](?:take[- ]?)?out)?\b/,
  ),
  named(
    'purpose',
    'rate-term',
    'Rate or term refinance',
    /\brate\b|\bterm\b|\b(?:no|non|limited)[- ]?cash(?:[- ]?out)?\b/,
  ),
  named(
    'occupancy',
    'owner',
    'Owner occupied',
    /\bprimary\b|\bowner\b(?:[- ]?occupied\b)?|\bprincipal residence\b/,
  ),
  named('occupancy', 'second-home', 'Second home', /\bsecond(?:ary)?\b|\bvacation\b/),
  named('occupancy', 'investor', 'Investor', /\binvest\w*\b|\brental\b/),
  named(
    'property-type',
    'single-family',
    'Single family',
    /\bsingle[- ]?family\b(?!.*\battached\b)|\bsf[dr]\b|\bone[- ]?family\b|\b1[- ]?family\b/,
  ),
  named('property-type', 'condominium', 'Condominium', /\bcondo\w*\b/),
  named('property-type', 'planned-unit', 'Planned unit development', /\bpuds?\b|\bplanned unit\b/),
  named(
    'property-type',
    'two-to-four',
    'Two to four units',
    /\b(?:two|2)(?:\s*[-–]\s*|\s*[-–]?\s*to\s+)(?:four|4)\b|\bmulti-?family\b/,
  ),
  named('property-type', 'co-op', 'Cooperative', /\bco-?op\w*\b/),
  named('property-type', 'manufactured', 'Manufactured home', /\bmanufactured\b|\bmobile home\w*/),
  named('documentation', 'full', 'Full documentation', /\bfull\b/),
  named('documentation', 'alternative', 'Alternative', /\balt(?:ernative|ernate)?\b/),
  named('documentation', 'reduced', 'Reduced', /\breduced\b/),
  named('documentation', 'limited', 'Limited', /\blimited\b/),
  named('documentation', 'stated', 'Stated income', /\bstated\b/),
  named('documentation', 'no-documentation', 'No documentation', /\bno doc\w*\b|\bnone\b/),
  named('documentation', 'streamlined', 'Streamlined', /\bstreamline\w*\b/),
]

/**
 * Words that are wider than one name: a row of them holds loans of those names of `fits` for which its table has no row of its
 * own. Where the table has one for every other, it is of `else`, if that is told.
 */
export type WideWords = { dimension: string; words: RegExp; fits: readonly string[]; else: string | null }

export const wideWords: readonly WideWords[] = [
  { dimension: 'purpose', words: /\brefinanc\w*\b|\brefi\b/gi, fits: ['cash-out', 'rate-term'], else: null },
  {
    dimension: 'occupancy',
    words: /\bnon[- ]?(?:owner|primary)(?:[- ]?occupied)?\b/gi,
    fits: ['second-home', 'investor'],
    else: 'investor',
  },
]

/** Words beside a name that do not speak of other loans, by dimension. */
export const plainWords: Readonly<Record<string, RegExp>> = {
  purpose:
    /^(?:refinanc\w*|refi|money|out|loans?|mortgages?|home|takeout|take|debt|consolidation|reduction)$/i,
  occupancy: /^(?:occup\w*|residen\w*|homes?|propert\w*|loans?)$/i,
  'property-type':
    /^(?:residen\w*|attached|detached|dwellings?|homes?|units?|famil\w*|propert\w*|developments?|high|low|mid|rise|housing)$/i,
  documentation:
    /^(?:doc\w*|income|assets?|verified|verification|program|level|type|employment|loans?|ratio|and)$/i,
}
