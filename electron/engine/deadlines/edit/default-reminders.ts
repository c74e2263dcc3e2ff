export { defaultReminders } from '../../../../shared/domain/deadlines/of-rule.ts';
