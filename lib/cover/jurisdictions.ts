const STATES =
  'Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming|District of Columbia|Puerto Rico|Guam'
const CODES =
  'AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|DC'
const OTHERS =
  'United States(?: of America)?|U\\.S\\.A?\\.?|Cayman Islands|British Virgin Islands|Bermuda|Bahamas|Marshall Islands|Canada|Ontario|Quebec|British Columbia|Alberta|England(?: and Wales)?|United Kingdom|Scotland|Ireland|Jersey|Guernsey|Isle of Man|Luxembourg|(?:The )?Netherlands|Switzerland|Germany|France|Spain|Italy|Sweden|Norway|Israel|Japan|Singapore|Hong Kong|China|Australia|New Zealand|Mexico|Panama|Liberia|Brazil|Argentina|Chile|Netherlands Antilles|Curacao'
const LAWS = '(?:laws of )?(?:the )?'
const FORMER = 'Commonwealth of |State of |Republic of |Province of '

/** A jurisdiction from the start of a text to a bracket, comma or its end: `New York (governing law …)`, `DELAWARE`. */
const AT_START = new RegExp(
  `^(?:the )?${LAWS}(?:${FORMER})?(${STATES}|${OTHERS})(?=$|[,;.]?$| ?\\(|, ?U)`,
  'i',
)
const CODE = new RegExp(`^(?:${CODES}|Del\\.)$`)

/**
 * The jurisdiction that a text names, where it names nothing else: how it is printed, and from which character on.
 *
 * > State of Delaware          New York (governing law of the agreement)
 *            ^ Delaware        ^ New York
 *
 *   the laws of Nevada         laws of the State of Ohio
 *               ^ Nevada                        ^ Ohio
 */
export function readJurisdiction(text: string): { printed: string; from: number } | null {
  if (CODE.test(text)) return { printed: text, from: 0 }
  const found = AT_START.exec(text)
  const printed = found?.[1]
  return found === null || printed === undefined ? null : { printed, from: found[0].length - printed.length }
}
