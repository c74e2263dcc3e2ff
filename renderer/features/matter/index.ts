export { MatterBanners } from './MatterBanners.tsx';
export { MatterCommands } from './MatterCommands.tsx';
export { PreparingSample } from './PreparingSample.tsx';
export { MatterSessionProvider, useMatterSession } from './MatterSessionProvider.tsx';
export { recentDetail } from './recent-detail.ts';
export { WelcomeScreen } from './WelcomeScreen.tsx';
export { WindowClosing } from './WindowClosing.tsx';
