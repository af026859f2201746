import { m } from '../../paraglide/messages.js'

/** Of `sentences`: what happens to an organization itself. */
export const organizationSentences = {
  'organization.change-approved': m.trail_organization_change_approved,
  'organization.change-asked': m.trail_organization_change_asked,
  'organization.change-declined': m.trail_organization_change_declined,
  'organization.founded': m.trail_organization_founded,
  'organization.opened': m.trail_organization_opened,
  'organization.recovered': m.trail_organization_recovered,
  'organization.recovery-asked': m.trail_organization_recovery_asked,
  'organization.saved': m.trail_organization_saved,
  'organization.sharing-accepted': m.trail_organization_sharing_accepted,
  'organization.sharing-asked': m.trail_organization_sharing_asked,
  'organization.sharing-declined': m.trail_organization_sharing_declined,
  'organization.sharing-ended': m.trail_organization_sharing_ended,
  'organization.sharing-told': m.trail_organization_sharing_told,
  'organization.sharing-withdrawn': m.trail_organization_sharing_withdrawn,
}
