-- A student shares who they are for one interview. Since this version a cancellation ends that consent in the same
-- commit. This ends the consents of the interviews that were cancelled before.
INSERT INTO consent_withdrawals (consent_id, at)
  SELECT DISTINCT d.consent_id, r.ended_at FROM interview_requests r
  JOIN disclosures d ON d.id = r.disclosure_id
  WHERE r.state = 'cancelled' AND r.ended_at IS NOT NULL
  ON CONFLICT (consent_id) DO NOTHING;
