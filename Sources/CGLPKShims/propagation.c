/* Narrows bounds of integer columns at a node by what the rows of the model leave them. */
#include "search.h"
#include <math.h>

/* Lists the rows of every column. */
void list_rows(search *s) {
    const cglpk_model *m = s->model;
    int entries = m->row_begin[m->rows];
    int *begin = s->column_begin = claim(s, (s->columns + 2) * sizeof(int));
    s->column_rows = claim(s, (entries + 1) * sizeof(int));
    for (int k = 0; k < entries; k++) begin[m->column[k] + 1]++;
    for (int j = 1; j <= s->columns; j++) begin[j] += begin[j - 1];
    int *next = claim(s, (s->columns + 1) * sizeof(int));
    for (int j = 0; j < s->columns; j++) next[j] = begin[j];
    for (int i = 0; i < m->rows; i++)
        for (int k = m->row_begin[i]; k < m->row_begin[i + 1]; k++) s->column_rows[next[m->column[k]]++] = i;
    give_back(s, next);
}

/* Has the rows of a column looked at again. */
void queue_rows(worker *w, int column) {
    const search *s = w->search;
    if (!s->options->propagation) return;
    for (int k = s->column_begin[column - 1]; k < s->column_begin[column]; k++) {
        int row = s->column_rows[k];
        if (w->is_queued[row]) continue;
        w->is_queued[row] = 1;
        w->queue[w->queue_count++] = row;
    }
}

static double least(double value, double lower, double upper) {
    return value > 0 ? value * lower : value * upper;
}

static double least_sum(const worker *w, int row, double sign) {
    const cglpk_model *m = w->search->model;
    double sum = 0;
    for (int k = m->row_begin[row]; k < m->row_begin[row + 1]; k++) {
        int j = m->column[k] + 1;
        sum += least(sign * m->value[k], w->lower[j], w->upper[j]);
    }
    return sum;
}

/* Narrows a column so that its share of a row takes no more room than there is. */
static void narrow_column(worker *w, node *n, int j, double value, double room) {
    if (!is_integer(w->search, j) || fabs(value) * (w->upper[j] - w->lower[j]) <= room + 1e-6) return;
    double lower = w->lower[j], upper = w->upper[j];
    if (value > 0) upper = fmin(upper, floor(lower + room / value + 1e-6));
    else lower = fmax(lower, ceil(upper + room / value - 1e-6));
    if (lower == w->lower[j] && upper == w->upper[j]) return;
    narrow_node(w, n, j, lower, upper);
    queue_rows(w, j);
}

/* Looks at sign * row <= most; whether it can be kept. */
static int narrow_row(worker *w, node *n, int row, double sign, double most) {
    if (isinf(most)) return 1;
    double sum = least_sum(w, row, sign), room = most - sum;
    if (isinf(sum)) return 1;
    if (room < -1e-6 * (1 + fabs(most))) return 0;
    const cglpk_model *m = w->search->model;
    for (int k = m->row_begin[row]; k < m->row_begin[row + 1]; k++)
        narrow_column(w, n, m->column[k] + 1, sign * m->value[k], fmax(room, 0));
    return 1;
}

/* Goes through the rows in the queue until nothing changes; 0 where one cannot be kept. */
int propagate(worker *w, node *n) {
    const cglpk_model *m = w->search->model;
    int can_be_kept = 1;
    while (w->queue_count > 0) {
        int row = w->queue[--w->queue_count];
        w->is_queued[row] = 0;
        can_be_kept = can_be_kept && narrow_row(w, n, row, 1, m->row_upper[row])
                      && narrow_row(w, n, row, -1, -m->row_lower[row]);
    }
    return can_be_kept;
}
