import type { Certificate } from '../../export/evidence-pack/evidence-schema.ts'
import type { CertificateRefusal } from './read-source.ts'

/**
 * A certificate, unless it claims what no steps lead to from printed figures: figures that are computed from single loans are
 * such. It would prove nothing, whatever it claims.
 */
export function refuseUnproven(certificate: Certificate): Certificate | CertificateRefusal {
  const unproven = certificate.claims.filter(({ low, high }) => !low.arithmetic || !high.arithmetic)
  return unproven.length === 0
    ? certificate
    : {
        code: 'certificate-proves-nothing',
        detail: `${certificate.source.name}: ${unproven.map(({ what }) => what).join(', ')}`,
      }
}
