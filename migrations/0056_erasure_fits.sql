-- An erasure is one commit, and a run on the free plan has 50 statements. A trigger's are not counted.
CREATE TRIGGER work_of_erased_account AFTER UPDATE OF erased_at ON accounts WHEN OLD.erased_at IS NULL
BEGIN
  DELETE FROM plan_comments WHERE attempt_id IN (SELECT id FROM attempts WHERE student_id = OLD.id);
  DELETE FROM revision_plans WHERE attempt_id IN (SELECT id FROM attempts WHERE student_id = OLD.id);
  DELETE FROM revisions WHERE attempt_id IN (SELECT id FROM attempts WHERE student_id = OLD.id);
  DELETE FROM forgone_challenges WHERE account_id = OLD.id;
  DELETE FROM item_agreements WHERE student_id = OLD.id;
  DELETE FROM practice_results WHERE account_id = OLD.id;
  DELETE FROM reviewer_snapshots WHERE account_id = OLD.id;
  DELETE FROM reviewer_records WHERE account_id = OLD.id;
END;
