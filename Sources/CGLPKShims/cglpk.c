#include "search.h"
#include <math.h>
#include <string.h>

const char *cglpk_version(void) { return glp_version(); }

static int on_text(void *info, const char *text) {
    cglpk_result *result = ((search *)info)->result;
    if (glp_at_error()) {
        size_t used = strlen(result->message);
        strncat(result->message, text, sizeof result->message - used - 1);
    }
    return 1;
}

static void on_error(void *info) { longjmp(((search *)info)->failed, 1); }

static int bound_type(double lower, double upper) {
    if (lower == upper) return GLP_FX;
    if (isinf(lower)) return isinf(upper) ? GLP_FR : GLP_UP;
    return isinf(upper) ? GLP_LO : GLP_DB;
}

int add_row(search *s, int terms, const int *index, const double *value, double lower, double upper) {
    int row = glp_add_rows(s->relaxation, 1);
    glp_set_mat_row(s->relaxation, row, terms, index, value);
    glp_set_row_bnds(s->relaxation, row, bound_type(lower, upper), lower, upper);
    return row;
}

static void build(search *s) {
    const cglpk_model *m = s->model;
    glp_prob *p = s->relaxation = glp_create_prob();
    glp_set_obj_dir(p, GLP_MIN);
    glp_set_obj_coef(p, 0, m->constant);
    if (m->columns > 0) glp_add_cols(p, m->columns);
    for (int j = 0; j < m->columns; j++) {
        /* GLPK's generators of cuts look at the kind. */
        if (m->is_integer[j]) glp_set_col_kind(p, j + 1, GLP_IV);
        glp_set_col_bnds(p, j + 1, bound_type(m->lower[j], m->upper[j]), m->lower[j], m->upper[j]);
        glp_set_obj_coef(p, j + 1, m->cost[j]);
    }
    int *index = glp_alloc(m->columns + 1, sizeof(int));
    double *value = glp_alloc(m->columns + 1, sizeof(double));
    for (int i = 0; i < m->rows; i++) {
        int n = 0;
        for (int k = m->row_begin[i]; k < m->row_begin[i + 1]; k++) {
            index[++n] = m->column[k] + 1;
            value[n] = m->value[k];
        }
        add_row(s, n, index, value, m->row_lower[i], m->row_upper[i]);
    }
    glp_free(index);
    glp_free(value);
}

static double *copy(const double *values, int count) {
    double *from_one = glp_alloc(count + 1, sizeof(double));
    for (int j = 0; j < count; j++) from_one[j + 1] = values[j];
    return from_one;
}

static void *zeros(int count, size_t size) { return memset(glp_alloc(count, size), 0, count * size); }

static void prepare(search *s) {
    const cglpk_model *m = s->model;
    int n = s->columns = m->columns;
    s->lower = copy(m->lower, n);
    s->upper = copy(m->upper, n);
    s->first_lower = copy(m->lower, n);
    s->first_upper = copy(m->upper, n);
    s->goal_lower = zeros(n + 1, sizeof(double));
    s->goal_upper = zeros(n + 1, sizeof(double));
    s->values = zeros(n + 1, sizeof(double));
    s->answer = zeros(n + 1, sizeof(double));
    s->cut_columns = zeros(n + 1, sizeof(int));
    s->cut_values = zeros(n + 1, sizeof(double));
    s->scores = zeros(n + 1, sizeof(double));
    s->candidates = zeros(n + 1, sizeof(int));
    for (int direction = DOWN; direction <= UP; direction++)
        s->costs[direction] = zeros(n + 1, sizeof(pseudocost));
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

void cglpk_solve(const cglpk_model *model, const cglpk_options *options, cglpk_result *result) {
    search s = {.model = model, .options = options, .result = result, .started = now(), .last_report = -1};
    result->status = CGLPK_FAILED;
    result->has_solution = result->has_bound = result->nodes = 0;
    result->message[0] = 0;
    glp_free_env();
    if (setjmp(s.failed)) {
        result->status = CGLPK_FAILED;
        result->has_solution = 0;
        glp_free_env();
        return;
    }
    glp_init_env();
    glp_term_hook(on_text, &s);
    glp_error_hook(on_error, &s);
    if (options->memory_mib > 0) glp_mem_limit(options->memory_mib);
    build(&s);
    prepare(&s);
    take_incumbent(&s);
    branch_and_bound(&s);
    glp_free_env();
}
