import { type AccessSettings, readAccessSettings } from '../access/access-settings.ts'
import { type EdgarSettings, readEdgarSettings } from '../edgar/edgar-settings.ts'
import { readStoreSettings } from '../library/originals/store-settings.ts'
import { type ProxyRules, proxyRules } from './client-address.ts'
import { type ClientLimits, usualClientLimits } from './client-limits.ts'

/** How the service runs, as its environment says. */
export type ServiceSettings = {
  log: 'text' | 'json'
  proxies: ProxyRules
  clients: ClientLimits
  edgar: EdgarSettings
  /** Who may do what; null where whoever asks may do everything. */
  access: AccessSettings | null
}

type Environment = { readonly [name: string]: string | undefined }

/** A setting that is not understood; the message is a sentence for whoever starts Strata. */
export class SettingFault extends Error {}

/** The settings of an environment. Throws a SettingFault. */
export function readSettings(environment: Environment): ServiceSettings {
  const { STRATA_LOG, STRATA_TRUSTED_PROXIES, STRATA_METRICS } = environment
  const log = STRATA_LOG || 'text'
  if (log !== 'text' && log !== 'json')
    throw new SettingFault(`STRATA_LOG must be text or json, and this is “${log}”.`)
  const proxies = proxyRules(STRATA_TRUSTED_PROXIES)
  if (proxies === null)
    throw new SettingFault(
      `STRATA_TRUSTED_PROXIES must list addresses or ranges, such as 127.0.0.1, 10.0.0.0/8, and this is “${STRATA_TRUSTED_PROXIES}”.`,
    )
  const edgar = readEdgarSettings(environment)
  if ('wrong' in edgar) throw new SettingFault(edgar.wrong)
  const store = readStoreSettings(environment)
  if (store !== null && 'wrong' in store) throw new SettingFault(store.wrong)
  const access = readAccessSettings(environment)
  if (access && 'wrong' in access) throw new SettingFault(access.wrong)
  if (STRATA_METRICS && STRATA_METRICS !== 'open')
    throw new SettingFault(`STRATA_METRICS must be open or left out, and this is “${STRATA_METRICS}”.`)
  return {
    log,
    proxies,
    edgar,
    access,
    clients: {
      requests: readCount(environment, 'STRATA_CLIENT_REQUESTS', usualClientLimits.requests),
      uploads: readCount(environment, 'STRATA_CLIENT_UPLOADS', usualClientLimits.uploads),
    },
  }
}

function readCount(environment: Environment, name: string, usual: number): number {
  const told = environment[name]
  if (!told) return usual
  if (!/^[1-9]\d{0,5}$/.test(told))
    throw new SettingFault(`${name} must be a whole number from 1 to 999999, and this is “${told}”.`)
  return Number(told)
}

/** The settings of whoever starts Strata; where one is not understood, a sentence says so and the process ends with 1. */
export function settingsAtStart(environment: Environment): ServiceSettings {
  try {
    return readSettings(environment)
  } catch (fault) {
    if (!(fault instanceof SettingFault)) throw fault
    process.stderr.write(`Strata cannot start: ${fault.message}\n`)
    return process.exit(1)
  }
}
