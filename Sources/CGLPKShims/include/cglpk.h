#ifndef CGLPK_SHIMS_H
#define CGLPK_SHIMS_H
const char *cglpk_version(void);
#endif
