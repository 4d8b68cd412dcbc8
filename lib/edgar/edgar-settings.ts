/** How EDGAR is asked: who says to be asking, and the address that stands in for its sites in tests. */
export type EdgarSettings = { userAgent: string | null; standIn: string | null }

type Environment = { readonly [name: string]: string | undefined }

/**
 * The settings of an environment, or what is wrong with them in a sentence.
 *
 * The User-Agent names who asks and an address for mail, as the SEC wants it: "Sample Company Name AdminContact@…". The
 * stand-in is for this project's tests: a server of theirs on this very machine is asked in the place of EDGAR's sites. It
 * can be set where the process is started alone, and to nothing but a port of loopback.
 */
export function readEdgarSettings(environment: Environment): EdgarSettings | { wrong: string } {
  const userAgent = environment.STRATA_EDGAR_USER_AGENT?.trim() || null
  if (userAgent !== null && !isDeclared(userAgent))
    return {
      wrong: `STRATA_EDGAR_USER_AGENT must name who asks EDGAR and an address for mail, such as Sample Company contact@sample.example, and this is “${userAgent}”.`,
    }
  const standIn = environment.STRATA_EDGAR_STAND_IN || null
  if (standIn !== null && !/^http:\/\/(?:127\.0\.0\.1|\[::1\]):\d{1,5}$/.test(standIn))
    return {
      wrong: `STRATA_EDGAR_STAND_IN must be a port of loopback for tests, such as http://127.0.0.1:8080, and this is “${standIn}”.`,
    }
  return { userAgent, standIn }
}

/** A name and an address for mail, in the characters that a header may have. */
function isDeclared(userAgent: string): boolean {
  return (
    /^[\x20-\x7e]{5,200}$/.test(userAgent) &&
    /[a-z]/i.test(userAgent.replace(mailbox, '')) &&
    mailbox.test(userAgent)
  )
}

const mailbox = /[^\s@<>()]+@[^\s@<>()]+\.[^\s@<>().]+/
