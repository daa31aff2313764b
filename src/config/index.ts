export type { BusinessProfile } from './business-profile';
export { Clock } from './clock';
export { BUSINESS_PROFILE, ConfigModule, SETTINGS } from './config.module';
export type { Environment } from './config.module';
export { isId } from './ids';
export { loadMonitorSettings } from './monitor-settings';
export type { MonitorSettings } from './monitor-settings';
export { loadSettings, servesLocation, SettingsError } from './settings';
export type { Settings } from './settings';
