/** What is lent, with the words that tell its kind, as the source of a pattern. */
export const LENT =
  '(?:(?:mortgage|home equity|auto(?:mobile)?|motor vehicle|student|consumer|trust) )*(?:loans?|mortgages|contracts?|receivables?|leases?|accounts?)'

/** Who lends, sells or services. */
export const SOMEBODY =
  '(?:servicer|seller|sponsor|originator|lender|company|corporation|bank|association|thrift)'

/** Who keeps loans, insures them or stands in for them: what is theirs is in no pool, unless words say so. */
export const KEEPER =
  '(?:company|corporation|corp\\.|bank|bancorp|association|thrift|insurer|insurance company|credit union|agency|department|authority|fund|plan|cooperative)'
