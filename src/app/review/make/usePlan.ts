import { useEffect, useMemo } from 'react';
import { createStudyPlan, type StudyPlan } from '../../../review/studyPlan';
import { useReview, useReviewState } from '../../ReviewContext';
import { drawSeed } from './drawSeed';

/** What the maker of a study has chosen so far, and the way to change it. It outlives the leaving of this page. */
export function usePlan(): readonly [plan: StudyPlan, change: (change: Partial<StudyPlan>) => void] {
  const kept = useReviewState((state) => state.plan);
  const { actions, store } = useReview();
  const { changePlan } = actions;
  const fresh = useMemo(() => createStudyPlan(drawSeed()), []);
  const plan = kept ?? fresh;
  useEffect(() => {
    if (kept === null) changePlan(fresh);
  }, [kept, fresh, changePlan]);
  return [plan, (change) => changePlan({ ...(store.getState().plan ?? fresh), ...change })];
}
