#include "search.h"
#include <math.h>
#include <string.h>

const char *cglpk_version(void) { return glp_version(); }

static int on_text(void *info, const char *text) {
    cglpk_result *result = ((worker *)info)->search->result;
    if (glp_at_error()) {
        size_t used = strlen(result->message);
        strncat(result->message, text, sizeof result->message - used - 1);
    }
    return 1;
}

static void on_error(void *info) { longjmp(((worker *)info)->failed, 1); }

static double *copy(search *s, const double *values) {
    double *from_one = claim(s, (s->columns + 1) * sizeof(double));
    for (int j = 0; j < s->columns; j++) from_one[j + 1] = values[j];
    return from_one;
}

static void prepare(search *s) {
    const cglpk_model *m = s->model;
    int n = s->columns = m->columns;
    s->first_lower = copy(s, m->lower);
    s->first_upper = copy(s, m->upper);
    for (int direction = DOWN; direction <= UP; direction++) {
        s->costs[direction] = claim(s, (n + 1) * sizeof(pseudocost));
        s->group_costs[direction] = claim(s, (n + 1) * sizeof(pseudocost));
    }
    list_rows(s);
}

static void take_incumbent(search *s) {
    const cglpk_options *o = s->options;
    s->cutoff = o->has_cutoff ? o->cutoff : HUGE_VAL;
    if (o->first_incumbent == NULL) return;
    double objective = s->model->constant;
    for (int j = 0; j < s->columns; j++) objective += s->model->cost[j] * o->first_incumbent[j];
    memcpy(s->result->values, o->first_incumbent, s->columns * sizeof(double));
    s->result->objective = objective;
    s->result->has_solution = 1;
    if (objective < s->cutoff) s->cutoff = objective;
}

static void solve(worker *w, search *s) {
    if (setjmp(w->failed)) {
        s->stopped = 1;
        s->result->status = CGLPK_FAILED;
        leave_host(w);
        dismiss_helpers(s);
        return;
    }
    glp_init_env();
    glp_term_hook(on_text, w);
    glp_error_hook(on_error, w);
    make_worker(w, s);
    branch_and_bound(w);
}

void cglpk_solve(const cglpk_model *model, const cglpk_options *options, cglpk_result *result) {
    search s = {.model = model, .options = options, .result = result, .started = now(), .last_report = -1};
    worker w = {.search = &s, .is_callers = 1};
    result->status = CGLPK_FAILED;
    result->has_solution = result->has_bound = result->has_root = result->nodes = 0;
    result->message[0] = 0;
    pthread_mutex_init(&s.memory, NULL);
    pthread_mutex_init(&s.lock, NULL);
    pthread_cond_init(&s.changed, NULL);
    glp_free_env();
    prepare(&s);
    take_incumbent(&s);
    solve(&w, &s);
    if (result->status == CGLPK_FAILED) result->has_solution = 0;
    glp_free_env();
    free_all(&s);
    pthread_cond_destroy(&s.changed);
    pthread_mutex_destroy(&s.lock);
    pthread_mutex_destroy(&s.memory);
}
